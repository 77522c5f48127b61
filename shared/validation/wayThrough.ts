import { own } from '../base/index';
import type { Scope } from './contract';
import { Remembered } from './remembered';

/** The ways through a scope, by the indices of its states. */
export interface WayThrough {
  /** The states that the start leads to: but for loops, each after all that lead to it. */
  readonly order: readonly number[];
  /** Where the transitions of the states lead, one state after the other; -1 for a target that does not exist. */
  readonly targets: Int32Array;
  /** Where those of each state begin in `targets`. */
  readonly first: Int32Array;
}

const known = new Remembered<WayThrough>();

/** Several rules ask for it: it is found out once for a scope. */
export function wayThrough(scope: Scope): WayThrough {
  return scope.memory.get(known) ?? scope.memory.keep(known, findWay(scope));
}

/** The order in which data comes to the states is the reverse of the one in which a walk in depth leaves them. */
function findWay({ holder, states, names }: Scope): WayThrough {
  const first = new Int32Array(states.length + 1);
  for (const [index, { transitions }] of states.entries()) first[index + 1] = (first[index] ?? 0) + transitions.length;
  const targets = new Int32Array(first[states.length] ?? 0);
  let at = 0;
  for (const { transitions } of states) for (const { target } of transitions) targets[at++] = names.get(target) ?? -1;
  return { order: orderFrom(names.get(String(own(holder, 'StartAt'))), targets, first), targets, first };
}

function orderFrom(start: number | undefined, targets: Int32Array, first: Int32Array): readonly number[] {
  if (start === undefined) return [];
  const order: number[] = [];
  const entered = new Uint8Array(first.length);
  const next = first.slice();
  entered[start] = 1;
  // By hand and not by recursion: chains have thousands of states.
  const path = [start];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const way = next[top] ?? 0;
    if (way === first[top + 1]) {
      order.push(top);
      path.pop();
      continue;
    }
    next[top] = way + 1;
    const into = targets[way] ?? -1;
    if (into < 0 || entered[into]) continue;
    entered[into] = 1;
    path.push(into);
  }
  return order.reverse();
}
