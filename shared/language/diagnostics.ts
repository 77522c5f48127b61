import type { MachineType } from '../asl/index';
import type { JsonPath } from '../base/index';
import { type Fix, validateDefinition } from '../validation/index';
import { locate } from '../workflow/index';
import type { Knowledge, Range } from './contract';
import type { DocumentIndex } from './documentIndex';

/** Something that is wrong, where it stands in the text. */
export interface PlacedDiagnostic extends Range {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: Fix;
}

/**
 * Everything that is wrong with a text: why it cannot be read, else what the rules say.
 * @param type whether it runs as Standard or as Express workflow, which the text does not say
 */
export function diagnosticsOf(
  index: DocumentIndex,
  { catalogue = null }: Knowledge = {},
  type: MachineType = 'STANDARD',
): readonly PlacedDiagnostic[] {
  if (index.problem) {
    const { code, message, offset } = index.problem;
    return [{ code, severity: 'error', message, start: offset, end: Math.min(offset + 1, index.text.length) }];
  }
  return validateDefinition(index.definition(), catalogue, type).flatMap(({ code, severity, message, at, fix }) => {
    const place = placeNear(index, at);
    return place ? [{ code, severity, message, ...place, ...(fix ? { fix } : {}) }] : [];
  });
}

/** At the key of what is wrong, or near it. */
function placeNear({ document }: DocumentIndex, at: JsonPath): Range | null {
  const place = document && locate(document, at, true);
  return place && { start: place.start, end: place.end };
}
