import { allScopes, statesIn } from '../../workflow/scopes';
import { stateName, toJsonPath, type StatePath } from '../../workflow/paths';
import { isEnd, transitionsIn } from '../../workflow/transitions';
import type { Rule } from '../contract';

export const reachable: Rule = {
  code: 'UNREACHABLE_STATE',
  severity: 'error',
  source: 'AWS refuses it as MISSING_TRANSITION_TARGET: "State is not reachable"',
  check(definition, tell) {
    for (const scope of allScopes(definition)) {
      const reached = reachedIn(definition, scope);
      if (reached.size === 0) continue;
      for (const { path } of statesIn(definition, scope)) {
        if (!reached.has(path)) tell(toJsonPath(path), `Nothing leads to "${stateName(path)}". Connect a state to it.`);
      }
    }
  },
};

export const terminal: Rule = {
  code: 'MISSING_END_STATE',
  severity: 'error',
  source: 'AWS: "Workflow has no terminal state"',
  check(definition, tell) {
    for (const scope of allScopes(definition)) {
      const states = statesIn(definition, scope);
      // A state that leads nowhere has its own message.
      if (
        states.length > 0 &&
        !states.some(({ state }) => isEnd(state) || !('Next' in state || state['Type'] === 'Choice'))
      ) {
        tell(toJsonPath(scope), 'No state ends here, so it would run for ever. Let one end.');
      }
    }
  },
};

function reachedIn(definition: Parameters<typeof statesIn>[0], scope: Parameters<typeof statesIn>[1]): Set<StatePath> {
  const from = new Map<StatePath, StatePath[]>();
  const waiting: StatePath[] = [];
  for (const { ref, targetPath } of transitionsIn(definition, scope)) {
    if (targetPath === null) continue;
    if (ref.from === null) waiting.push(targetPath);
    else from.set(ref.from, [...(from.get(ref.from) ?? []), targetPath]);
  }
  const reached = new Set<StatePath>();
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    waiting.push(...(from.get(state) ?? []));
  }
  return reached;
}
