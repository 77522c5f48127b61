import { parseResource } from '../asl/index';
import { nearest } from '../base/index';
import { closedServices } from './closedServices';
import { services } from './registry';
import type { SdkCatalogue } from './sdkCatalogue';

/** What is wrong with a Resource, and the text that was most likely meant. */
export interface ResourceProblem {
  readonly message: string;
  readonly use?: string;
}

const patterns = ['', '.sync', '.sync:2', '.waitForTaskToken'] as const;

const patternNames: Readonly<Record<string, string>> = {
  '': 'request-response',
  '.sync': '.sync',
  '.sync:2': '.sync:2',
  '.waitForTaskToken': '.waitForTaskToken',
};

/** The optimized integrations: endings by action by service, from the registry. */
const optimized = new Map<string, Map<string, Set<string>>>();
for (const { resources, otherResources = [] } of services.flatMap(({ actions }) => actions)) {
  for (const arn of [...Object.values(resources), ...otherResources.map((other) => other.arn)]) {
    const found = /^arn:aws:states:::(?!aws-sdk:)([\w-]+):(\w+)(.*)$/.exec(arn);
    if (!found) continue;
    const [, service = '', action = '', ending = ''] = found;
    const actions = optimized.get(service) ?? new Map<string, Set<string>>();
    optimized.set(service, actions.set(action, (actions.get(action) ?? new Set<string>()).add(ending)));
  }
}

/**
 * Judges the Resource of a Task. Source: AWS developer guide, "Integrating services": which service offers which
 * pattern; SDK actions are named in lower and camel case and know no `.sync`. What is not known yet is not judged.
 */
export function judgeResource(text: string, catalogue: SdkCatalogue | null): ResourceProblem | null {
  const problem = firstProblem(text, catalogue);
  if (problem?.use === undefined) return problem;
  // A name can be wrong in service, action and pattern at once; what is offered is right in all of them.
  let use = problem.use;
  for (let step = 0; step < 3; step++) use = firstProblem(use, catalogue)?.use ?? use;
  return { message: problem.message, use };
}

function firstProblem(text: string, catalogue: SdkCatalogue | null): ResourceProblem | null {
  const read = parseResource(text);
  if (read.kind === 'function' || read.kind === 'activity') return null;
  // Looser than the reader, so that text in the wrong case or with a wrong ending can be put right.
  const found = /^(arn:aws[\w-]*:states:::)(aws-sdk:)?([^:.]+):([^:.]+)((?:[.:].*)?)$/i.exec(text);
  if (!found) {
    return { message: `"${text}" is not an ARN that a Task can call, such as arn:aws:states:::lambda:invoke.` };
  }
  const [, head = '', sdk = '', service = '', action = '', ending = ''] = found;
  const start = `${head.toLowerCase()}${sdk.toLowerCase()}`;
  return sdk === ''
    ? judgeOptimized(start, service, action, ending, catalogue)
    : judgeSdk(start, service, action, ending, catalogue);
}

function judgeOptimized(
  start: string,
  service: string,
  action: string,
  ending: string,
  catalogue: SdkCatalogue | null,
): ResourceProblem | null {
  const actions = optimized.get(service);
  if (!actions) {
    const name = nearest([...optimized.keys()], service);
    const right = name === null ? null : `${start}${name}:${rightAction(name, action)}${ending}`;
    if (right !== null)
      return { message: `There is no optimized integration "${service}": did you mean ${name}?`, use: right };
    return (
      viaSdk(start, service, action, catalogue) ?? {
        message: `There is no optimized integration "${service}". Other services are called by arn:aws:states:::aws-sdk:<service>:<action>.`,
      }
    );
  }
  const endings = actions.get(action);
  if (!endings) {
    const name = nearest([...actions.keys()], action);
    if (name !== null)
      return {
        message: `${service} has no action "${action}": did you mean ${name}?`,
        use: `${start}${service}:${name}${ending}`,
      };
    return (
      viaSdk(start, service, action, catalogue) ?? {
        message: `The optimized integration of ${service} offers ${[...actions.keys()].join(', ')}; other actions are called by aws-sdk:${service}:<action>.`,
      }
    );
  }
  if (endings.has(ending)) return null;
  return wrongEnding(`${start}${service}:${action}`, `${service}:${action}`, ending, [...endings]);
}

function rightAction(service: string, action: string): string {
  return nearest([...(optimized.get(service)?.keys() ?? [])], action) ?? action;
}

/** The same call through the SDK, where the catalogue has it. */
function viaSdk(
  start: string,
  service: string,
  action: string,
  catalogue: SdkCatalogue | null,
): ResourceProblem | null {
  const names = catalogue?.services();
  if (!catalogue || !names) return null;
  const name = names.includes(service) ? service : service.toLowerCase().replaceAll('-', '');
  const known = names.includes(name) ? catalogue.actions(name) : null;
  const right = known && (known.includes(action) ? action : nearest(known, action));
  if (!right) return null;
  return {
    message: `${service}:${action} is not an optimized integration; call it through the SDK: aws-sdk:${name}:${right}.`,
    use: `${start}aws-sdk:${name}:${right}`,
  };
}

function judgeSdk(
  start: string,
  service: string,
  action: string,
  ending: string,
  catalogue: SdkCatalogue | null,
): ResourceProblem | null {
  const names = catalogue?.services() ?? null;
  const camel = action.charAt(0).toLowerCase() + action.slice(1);
  if (names && !names.includes(service) && !closedServices.has(service)) {
    const name = nearest(names, service);
    const message = `AWS has no SDK service "${service}"`;
    return name === null
      ? { message: `${message} that Step Functions calls.` }
      : { message: `${message}: did you mean ${name}?`, use: `${start}${name}:${camel}${ending}` };
  }
  const actions = catalogue?.actions(service) ?? null;
  if (actions && !actions.includes(action)) {
    const name = actions.includes(camel) ? camel : nearest(actions, action);
    if (name !== null && name.toLowerCase() === action.toLowerCase()) {
      return {
        message: `SDK actions are written in camel case: "${name}".`,
        use: `${start}${service}:${name}${ending}`,
      };
    }
    return name === null
      ? { message: `${service} has no action "${action}".` }
      : {
          message: `${service} has no action "${action}": did you mean ${name}?`,
          use: `${start}${service}:${name}${ending}`,
        };
  }
  if (camel !== action) {
    return {
      message: `SDK actions are written in camel case: "${camel}".`,
      use: `${start}${service}:${camel}${ending}`,
    };
  }
  if (ending === '' || ending === '.waitForTaskToken') return null;
  return wrongEnding(`${start}${service}:${action}`, `aws-sdk:${service}:${action}`, ending, ['', '.waitForTaskToken']);
}

function wrongEnding(base: string, name: string, ending: string, offered: readonly string[]): ResourceProblem {
  const meant = nearest(patterns.slice(1), ending);
  const right = meant !== null && offered.includes(meant) ? meant : (offered[0] ?? '');
  const list = offered.map((each) => patternNames[each] ?? each).join(' and ');
  const misspelt = meant !== null && meant !== ending;
  return {
    message: misspelt
      ? `"${ending}" is not a pattern: did you mean ${meant}? ${name} offers ${list}.`
      : `${name} does not offer ${ending}; it offers ${list}.`,
    use: `${base}${right}`,
  };
}
