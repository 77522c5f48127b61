import type { Bench } from '../../editor/runs/runStore';
import { sampleInput } from '../triggers/sampleInput';
import { triggersOf } from '../triggers/useTriggers';
import { documentOf, type Session } from '../../editor/session';
import { freshBench, useRuns } from '../../editor/runs/runStore';
import { getState, useApp } from '../../editor/store';

type Kept = Pick<Bench, 'inputText' | 'seed' | 'type' | 'answers' | 'conditions' | 'breakOnError' | 'withPolicies'>;

const keyOf = (workflow: string) => `bench:${workflow}`;

/** Keeps what each workflow is run with, and gives it back when the workflow is opened again. */
export function rememberBenches(): void {
  const known = new Set<string>();
  const written = new Map<string, string>();
  const recall = () => {
    for (const session of getState().sessions) {
      const { id, name } = session;
      if (known.has(id)) continue;
      known.add(id);
      const kept = read(name) ?? triggered(session);
      if (kept) useRuns.setState((state) => ({ benches: { ...state.benches, [id]: { ...freshBench, ...kept } } }));
    }
  };
  recall();
  useApp.subscribe(recall);
  useRuns.subscribe((state, before) => {
    if (state.benches === before.benches) return;
    for (const { id, name } of getState().sessions) {
      const bench = state.benches[id];
      if (!bench || bench === before.benches[id]) continue;
      const { inputText, seed, type, answers, conditions, breakOnError, withPolicies = false } = bench;
      const text = JSON.stringify({
        inputText,
        seed,
        type,
        answers,
        conditions,
        breakOnError,
        withPolicies,
      } satisfies Kept);
      // Most changes are steps of the cursor, which are not kept.
      if (written.get(name) === text) continue;
      written.set(name, text);
      localStorage.setItem(keyOf(name), text);
    }
  });
}

/** A workflow that was never run starts with the sample event of its first trigger. */
function triggered(session: Session): Partial<Kept> | null {
  const document = documentOf(session);
  const trigger = document && triggersOf(document).find(({ enabled }) => enabled);
  if (!document || !trigger) return null;
  return { inputText: sampleInput(document, trigger) };
}

function read(workflow: string): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(workflow));
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}
