import { useMemo } from 'react';
import type { JsonObject, JsonPath } from '#shared/base/json';
import { fromJsonPath } from '#shared/workflow/paths';
import type { WorkflowDocument } from '#shared/workflow/document';
import { validateDefinition, type Diagnostic, type Fix } from '#shared/validation/index';
import type { SdkCatalogue } from '#shared/services/index';
import { setFields } from '#shared/workflow/edits/setFields';
import { catalogueOf, useSdk } from './sdk/catalogue';
import { applyEdit } from './editing';
import { useActiveDocument } from './useActive';

interface Indexed {
  readonly all: readonly Diagnostic[];
  readonly byState: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly byPlace: ReadonlyMap<string, Diagnostic>;
}

/** Definitions are immutable, so each is judged once for what is known of SDK actions, whoever asks. */
let judged = new WeakMap<JsonObject, Indexed>();
let judgedWith: ReturnType<typeof useSdk.getState> | null = null;
let catalogue: SdkCatalogue | null = null;

function judge(definition: JsonObject): Indexed {
  const loaded = useSdk.getState();
  if (loaded !== judgedWith) {
    judgedWith = loaded;
    judged = new WeakMap();
    catalogue = catalogueOf(loaded);
  }
  const known = judged.get(definition);
  if (known) return known;
  const all = validateDefinition(definition, catalogue);
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
  const loaded = useSdk();
  // What is loaded is not read here, but what it says may differ.
  return useMemo(() => (document && loaded ? judge(document.definition).all : none), [document, loaded]);
}

export function useProblemsOf(state: string): readonly Diagnostic[] {
  const document = useActiveDocument();
  useSdk();
  return (document && judge(document.definition).byState.get(state)) ?? none;
}

/** The change that puts the value at a place right; null when there is none to offer. */
export function useFixAt(at: JsonPath): Fix | null {
  const document = useActiveDocument();
  useSdk();
  return (document && judge(document.definition).byPlace.get(fromJsonPath(at))?.fix) ?? null;
}

/** Puts a value right as one undoable act. */
export function applyFix({ at, value }: Fix): void {
  applyEdit(setFields, { changes: [{ at, value }] }, { mergeKey: `fix ${fromJsonPath(at)} ${JSON.stringify(value)}` });
}

/** What to say at the field for a place of the definition; null when it is in order. */
export function useProblemAt(at: JsonPath): string | null {
  const document = useActiveDocument();
  useSdk();
  return (document && judge(document.definition).byPlace.get(fromJsonPath(at))?.message) ?? null;
}
