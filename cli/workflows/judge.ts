import type { MachineType } from '../../shared/asl/index';
import type { SdkCatalogue } from '../../shared/services/index';
import { validateDefinition } from '../../shared/validation/index';
import { locate, stateName } from '../../shared/workflow/index';
import type { Finding } from './finding';
import type { Workflow } from './workflow';

/** What the rules say of a workflow, in the order of the file. */
export function judged(
  { file, machine, document, placeOf }: Workflow,
  type: MachineType | null,
  catalogue: SdkCatalogue,
): readonly Finding[] {
  const found = validateDefinition(document.definition, catalogue, type ?? document.sidecar.type);
  return found
    .map(({ code, rule, severity, message, at, state }): Finding => {
      const place = placeOf(locate(document, at, true)?.start ?? 0);
      const name = state === null ? null : stateName(state);
      return { file: file.label, ...place, severity, code, rule, message, machine, state: name };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
