import { useMemo } from 'react';
import type { JsonObject, JsonPath } from '#shared/base/json';
import { fromJsonPath } from '#shared/workflow/paths';
import type { WorkflowDocument } from '#shared/workflow/document';
import { validateDefinition, type Diagnostic } from '#shared/validation/index';
import { useActiveDocument } from '../store/useActive';

interface Indexed {
  readonly all: readonly Diagnostic[];
  readonly byState: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly byPlace: ReadonlyMap<string, Diagnostic>;
}

/** Definitions are immutable, so each is judged once, whoever asks. */
const judged = new WeakMap<JsonObject, Indexed>();

function judge(definition: JsonObject): Indexed {
  const known = judged.get(definition);
  if (known) return known;
  const all = validateDefinition(definition);
  const byState = new Map<string, Diagnostic[]>();
  const byPlace = new Map<string, Diagnostic>();
  for (const diagnostic of all) {
    const place = fromJsonPath(diagnostic.at);
    if (!byPlace.has(place)) byPlace.set(place, diagnostic);
    if (diagnostic.state === null) continue;
    const list = byState.get(diagnostic.state) ?? [];
    list.push(diagnostic);
    byState.set(diagnostic.state, list);
  }
  const indexed = { all, byState, byPlace };
  judged.set(definition, indexed);
  return indexed;
}

const none: readonly Diagnostic[] = [];

export function useProblems(document: WorkflowDocument | null): readonly Diagnostic[] {
  return useMemo(() => (document ? judge(document.definition).all : none), [document]);
}

export function useProblemsOf(state: string): readonly Diagnostic[] {
  const document = useActiveDocument();
  return (document && judge(document.definition).byState.get(state)) ?? none;
}

/** What to say at the field for a place of the definition; null when it is in order. */
export function useProblemAt(at: JsonPath): string | null {
  const document = useActiveDocument();
  return (document && judge(document.definition).byPlace.get(fromJsonPath(at))?.message) ?? null;
}
