import { jsonEqual } from '../base/index';
import type { SourceFormat } from './document';
import { formatJson } from './text/jsonFormat';
import { parseJson } from './text/jsonParser';
import { parseYaml } from './text/yamlParser';
import { formatYaml } from './text/yamlStyle';

/**
 * A text with regular layout that says the same, comments included; null where it cannot be read, or cannot be set
 * without loss.
 */
export function formatText(text: string, format: SourceFormat): string | null {
  const [read, write] = format === 'json' ? [parseJson, formatJson] : [parseYaml, formatYaml];
  const before = read(text);
  if (!before.ok) return null;
  const written = write(text);
  if (written === null) return null;
  const after = read(written);
  return after.ok && jsonEqual(after.value.value, before.value.value) ? written : null;
}
