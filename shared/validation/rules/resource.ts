import { isObject, own, type JsonObject } from '../../base/json';
import { hasPlaceholder } from '../../asl/resource';
import { judgeResource } from '../../services/resourceProblem';
import { readResource } from '../../services/resource';
import { toJsonPath, type StatePath } from '../../workflow/paths';
import { stateAt } from '../../workflow/scopes';
import { fromJsonPath } from '../../workflow/paths';
import type { Rule } from '../contract';

export const resource: Rule = {
  code: 'INVALID_RESOURCE',
  severity: 'error',
  source: 'AWS: INVALID_RESOURCE; developer guide, "Integrating services": the patterns of each service',
  check(definition, tell, states, catalogue) {
    for (const { path, state } of states) {
      const text = own(state, 'Resource');
      // Placeholders of templates are filled in by the tool that deploys them.
      if (own(state, 'Type') !== 'Task' || typeof text !== 'string' || text === '' || hasPlaceholder(text)) continue;
      const at = [...toJsonPath(path), 'Resource'];
      const problem = judgeResource(text, catalogue);
      if (problem) tell(at, problem.message, problem.use === undefined ? undefined : { at, value: problem.use });
      else if (runsExpress(definition, path)) {
        const read = readResource(text);
        const pattern = 'pattern' in read ? read.pattern : read.kind === 'activity' ? 'waitForTaskToken' : null;
        if (pattern === 'sync' || pattern === 'waitForTaskToken') {
          const use = text.replace(/\.(sync(:2)?|waitForTaskToken)$/, '');
          tell(
            at,
            'Express executions do not wait for jobs or task tokens: this state runs in Express children of a Map.',
            use === text ? undefined : { at, value: use },
          );
        }
      }
    }
  },
};

/** Whether a state is inside the children of a distributed Map that runs them as Express executions. */
function runsExpress(definition: JsonObject, path: StatePath): boolean {
  const steps = toJsonPath(path);
  for (let i = steps.length - 1; i > 0; i--) {
    if (steps[i] !== 'ItemProcessor') continue;
    const map = stateAt(definition, fromJsonPath(steps.slice(0, i)) as StatePath);
    const processor = map && own(map, 'ItemProcessor');
    const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
    if (isObject(config) && own(config, 'Mode') === 'DISTRIBUTED' && own(config, 'ExecutionType') === 'EXPRESS')
      return true;
  }
  return false;
}
