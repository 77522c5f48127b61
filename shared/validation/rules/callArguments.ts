import { isObject, own, valueAt, withKeyRenamed } from '../../base/index';
import { type ArgumentField, type SdkCatalogue, checkArguments, readResource } from '../../services/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

/**
 * Arguments of a call against its fields. AWS refuses unknown and missing arguments of most integrations when a state
 * machine is created, of others when the step runs; where we are not sure that our list is whole it is a warning.
 */
export const callArguments: Rule = {
  name: 'INVALID_ARGUMENT',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'warning',
  source: 'AWS: API references of the services, as their API models have them',
  state({ state, type, language, catalogue }, report) {
    const resource = own(state, 'Resource');
    if (type !== 'Task' || typeof resource !== 'string') return;
    const key = language === 'JSONata' ? 'Arguments' : 'Parameters';
    const values = own(state, key);
    if (!isObject(values)) return;
    const fields = fieldsOf(resource, catalogue);
    if (!fields) return;
    for (const { at, message, rename } of checkArguments(fields, values, language)) {
      const parent = valueAt(values, at.slice(0, -1));
      const fix =
        rename === undefined || !isObject(parent)
          ? undefined
          : { at: [key, ...at.slice(0, -1)], value: withKeyRenamed(parent, String(at.at(-1)), rename) };
      report([key, ...at], message, fix);
    }
  },
};

function fieldsOf(resource: string, catalogue: SdkCatalogue | null): readonly ArgumentField[] | null {
  const read = readResource(resource);
  if (read.kind === 'action') return read.action.fields;
  return read.kind === 'integration' && read.sdk ? (catalogue?.fields(read.service, read.action) ?? null) : null;
}

const publish = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish' };
const topic = { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts' };

export const samples: RuleSamples = {
  valid: {
    'arguments of the right types': oneState({ ...publish, Parameters: { ...topic, Message: 'Done' } }),
    'arguments from paths': oneState({ ...publish, Parameters: { 'TopicArn.$': '$.topic', 'Message.$': '$.text' } }),
    'arguments from expressions': oneState(
      { ...publish, Arguments: { ...topic, Message: '{% $states.input.text %}' } },
      { QueryLanguage: 'JSONata' },
    ),
    'arguments that deployment fills in': oneState({
      ...publish,
      Parameters: { TopicArn: { Ref: 'Topic' }, Message: '${Text}', Subject: { 'Fn::Sub': 'Done in ${Stage}' } },
    }),
    'a service that is not known': oneState({
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:frobnicator:spin',
      Parameters: { Speed: 11 },
    }),
  },
  invalid: {
    'a misspelt argument': {
      definition: oneState({ ...publish, Parameters: { ...topic, Mesage: 'Done' } }),
      breaches: ['/States/A/Parameters/Mesage', '/States/A/Parameters'],
    },
    'an argument with other capitals': {
      definition: oneState({ ...publish, Parameters: { topicArn: topic.TopicArn, 'message.$': '$.text' } }),
      breaches: ['/States/A/Parameters/topicArn', '/States/A/Parameters/message.$'],
    },
    'an argument of another type': {
      definition: oneState({ ...publish, Parameters: { ...topic, Message: 'Done', Subject: 7 } }),
      breaches: ['/States/A/Parameters/Subject'],
    },
  },
};
