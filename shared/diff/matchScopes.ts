import { type ScopePath, parentState, rootScope, scopeOf } from '../workflow/index';
import type { Matches } from './match';

/**
 * Which scope of now is which of before. That of a Map is the one of the Map that it became; branches are those that most of
 * their states went to, so a branch taken away does not move the ones after it.
 */
export function matchScopes({ after }: Matches): ReadonlyMap<ScopePath, ScopePath> {
  const shared = new Map<ScopePath, Map<ScopePath, number>>();
  for (const [from, to] of after) {
    const [scope, now] = [scopeOf(from as typeof to), scopeOf(to)];
    const holder = parentState(scope);
    if (holder === null || after.get(holder) !== parentState(now)) continue;
    const counts = shared.get(scope) ?? new Map<ScopePath, number>();
    shared.set(scope, counts.set(now, (counts.get(now) ?? 0) + 1));
  }
  const pairs = [...shared].flatMap(([scope, counts]) => [...counts].map(([now, count]) => ({ scope, now, count })));
  const matched = new Map<ScopePath, ScopePath>([[rootScope, rootScope]]);
  const taken = new Set<ScopePath>([rootScope]);
  for (const { scope, now } of pairs.sort((a, b) => b.count - a.count)) {
    if (matched.has(scope) || taken.has(now)) continue;
    matched.set(scope, now);
    taken.add(now);
  }
  return matched;
}
