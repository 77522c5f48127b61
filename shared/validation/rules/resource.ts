import { own } from '../../base/json';
import { readResource } from '../../services/resource';
import { services } from '../../services/index';
import { toJsonPath } from '../../workflow/paths';
import type { Rule } from '../contract';

export const resource: Rule = {
  code: 'INVALID_RESOURCE',
  severity: 'error',
  source: 'AWS: INVALID_RESOURCE; developer guide, "Integrating services": the patterns of each service',
  check(_definition, tell, states) {
    for (const { path, state } of states) {
      const text = own(state, 'Resource');
      // Placeholders of templates are filled in by the tool that deploys them.
      if (own(state, 'Type') !== 'Task' || typeof text !== 'string' || text === '' || /\$\{[^}]+\}/.test(text))
        continue;
      const at = [...toJsonPath(path), 'Resource'];
      const found = readResource(text);
      if (found.kind === 'unknown') {
        tell(at, `"${text}" is not an ARN that a Task can call, such as arn:aws:states:::lambda:invoke.`);
      } else if (found.kind === 'integration' && found.sdk && /^[A-Z]/.test(found.action)) {
        const camel = found.action.charAt(0).toLowerCase() + found.action.slice(1);
        tell(at, `SDK actions are written in camel case: "${camel}".`);
      } else if (found.kind === 'integration' && !found.sdk) {
        const service = services.find(({ actions }) =>
          actions.some((action) =>
            Object.values(action.resources).some((arn) =>
              arn.startsWith(`arn:aws:states:::${found.service}:${found.action}`),
            ),
          ),
        );
        if (service) tell(at, `${service.label} does not offer this pattern for ${found.action}.`);
      }
    }
  },
};
