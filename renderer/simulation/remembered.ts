import type { Bench } from './runStore';
import { freshBench, useRuns } from './runStore';
import { getState, useApp } from '../store/store';

type Kept = Pick<Bench, 'inputText' | 'seed' | 'type' | 'answers' | 'conditions' | 'breakOnError'>;

const keyOf = (workflow: string) => `bench:${workflow}`;

/** Keeps what each workflow is run with, and gives it back when the workflow is opened again. */
export function rememberBenches(): void {
  const known = new Set<string>();
  const written = new Map<string, string>();
  const recall = () => {
    for (const { id, name } of getState().sessions) {
      if (known.has(id)) continue;
      known.add(id);
      const kept = read(name);
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
      const { inputText, seed, type, answers, conditions, breakOnError } = bench;
      const text = JSON.stringify({ inputText, seed, type, answers, conditions, breakOnError } satisfies Kept);
      // Most changes are steps of the cursor, which are not kept.
      if (written.get(name) === text) continue;
      written.set(name, text);
      localStorage.setItem(keyOf(name), text);
    }
  });
}

function read(workflow: string): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(workflow));
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}
