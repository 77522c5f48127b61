import { type JsonObject, ok, withoutValueAt } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type Conversion, type ToldDifference, convertMachine, convertState } from '#shared/conversion/index';
import {
  type StatePath,
  type WorkflowDocument,
  queryLanguageOf,
  remapSidecar,
  rootScope,
  stateName,
  toJsonPath,
  withDefinition,
} from '#shared/workflow/index';
import { applyChange } from '../../editor/editing';
import { ask } from '../../editor/store';
import { setValueOnce } from './useField';

/** Converts all states of the machine as one act; gives those that stay as they are, and what the others do otherwise. */
export function switchMachine(document: WorkflowDocument, to: QueryLanguage): Omit<Conversion, 'definition'> {
  const { definition, ...report } = convertMachine(document.definition, to);
  write(`Convert to ${to}`, definition, []);
  return report;
}

/**
 * Converts one state as one act, or asks whether to switch it all the same; null is the language of the machine. Gives
 * what the converted state does otherwise.
 */
export async function switchState(
  document: WorkflowDocument,
  path: StatePath,
  to: QueryLanguage | null,
): Promise<readonly ToldDifference[]> {
  const at = [...toJsonPath(path), 'QueryLanguage'];
  const machine = queryLanguageOf(document.definition, rootScope);
  const target = to ?? machine;
  if (queryLanguageOf(document.definition, path) === target) {
    setValueOnce(at, to ?? undefined);
    return [];
  }
  const { definition, why, differences } = convertState(document.definition, path, target);
  if (why === null) {
    const next = to === null ? (withoutValueAt(definition, at) as JsonObject) : definition;
    write(`Convert "${stateName(path)}" to ${target}`, next, [path]);
    return differences.map((each) => ({ ...each, path, name: stateName(path) }));
  }
  const answer = await ask({
    title: `“${stateName(path)}” cannot be converted to ${target}`,
    text: `${why} You can switch its language all the same and write its fields anew; the fields it has stay.`,
    answers: [
      { id: 'keep', label: 'Keep as it is', look: 'primary' },
      { id: 'switch', label: 'Switch anyway' },
    ],
  });
  if (answer === 'switch') setValueOnce(at, to ?? undefined);
  return [];
}

function write(label: string, definition: JsonObject, select: readonly StatePath[]): void {
  applyChange(label, (current) => {
    // A Map of old calls its inner machine Iterator.
    const sidecar = remapSidecar(current.sidecar, (path) =>
      path.includes('/Iterator/') ? (path.replaceAll('/Iterator/', '/ItemProcessor/') as StatePath) : path,
    );
    return ok({ document: { ...withDefinition(current, definition), sidecar }, select });
  });
}
