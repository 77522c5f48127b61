/** How a Task state waits for the service it calls. Source: AWS developer guide, "Service integration patterns". */
export const integrationPatterns = ['requestResponse', 'sync', 'waitForTaskToken'] as const;

export type IntegrationPattern = (typeof integrationPatterns)[number];

/** What the Resource of a Task says by its form alone; which services and actions there are is not looked up. */
export type Resource =
  /** `arn:aws:states:::<service>:<action><ending>`, or with `aws-sdk:` before the service. */
  | {
      readonly kind: 'integration';
      readonly partition: string;
      readonly sdk: boolean;
      readonly service: string;
      readonly action: string;
      /** What follows the action: `''`, `.sync`, `.sync:2`, `.waitForTaskToken`, or a text that AWS does not know. */
      readonly ending: string;
      readonly pattern: IntegrationPattern;
    }
  /**
   * A function ARN used directly: the first way to call Lambda. A whole Resource that is filled in on deployment, such
   * as `${FunctionArn}`, counts as one: that is what such a text nearly always stands for (AWS SAM,
   * DefinitionSubstitutions). Its name is the text itself.
   */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'activity'; readonly name: string }
  | { readonly kind: 'invalid' };

/** One part of an ARN. Templates fill in parts of it by `${AWS::Region}`, `#{AWS::Region}` and the like, whose colons separate nothing. */
const part = String.raw`(?:[$#]\{[^}]*\}|[^:\s])`;
const word = String.raw`(?:[$#]\{[^}]*\}|[^:.\s])+`;
const partition = String.raw`(aws[\w-]*|[$#]\{[^}]*\})`;
const integrationArn = new RegExp(`^arn:${partition}:states:::(aws-sdk:)?(${word}):(${word})((?:[.:].*)?)$`);
const functionArn = new RegExp(`^arn:${partition}:lambda:${part}*:${part}*:function:(${part}+)(?::${part}+)?$`);
const activityArn = new RegExp(`^arn:${partition}:states:${part}+:${part}+:activity:(.+)$`);
const placeholder = /^[$#]\{[^}]+\}$/;

/** Reads the Resource of a Task. Placeholders inside an ARN are part of its names: `arn:aws:states:::sqs:${Action}`. */
export function parseResource(text: string): Resource {
  const integration = integrationArn.exec(text);
  if (integration) {
    const [, inPartition = '', sdk, service = '', action = '', ending = ''] = integration;
    // An SDK integration names a service and an action; "aws-sdk" alone is no service.
    if (sdk === undefined && service === 'aws-sdk') return { kind: 'invalid' };
    return {
      kind: 'integration',
      partition: inPartition,
      sdk: sdk !== undefined,
      service,
      action,
      ending,
      pattern: patternOfEnding(ending),
    };
  }
  const lambda = functionArn.exec(text);
  if (lambda) return { kind: 'function', name: lambda[2] ?? '' };
  const activity = activityArn.exec(text);
  if (activity) return { kind: 'activity', name: activity[2] ?? '' };
  if (placeholder.test(text)) return { kind: 'function', name: text };
  return { kind: 'invalid' };
}

/** A number after `.sync` is a version of what the call gives back; the pattern is the same. */
function patternOfEnding(ending: string): IntegrationPattern {
  if (ending === '.waitForTaskToken') return 'waitForTaskToken';
  return /^\.sync(?::\d+)?$/.test(ending) ? 'sync' : 'requestResponse';
}
