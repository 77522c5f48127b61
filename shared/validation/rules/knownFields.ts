import { type StateType, scopeFields } from '../../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, nearest, own } from '../../base/index';
import { fieldsOf } from '../../states/index';
import type { Report, Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

/** Fields that every state may have and no table of fields lists. */
const common: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End']);

/** Fields beside those of the forms: they are set by drawing, or have a newer name. */
const unlisted: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Choice: ['Default'],
  Map: ['Iterator', 'Parameters'],
};

const machineFields = ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage'];

/** Fields of a branch or a processor. A QueryLanguage has its own message: it is there in the machine. */
const scopeHolderFields: ReadonlySet<string> = new Set(['Comment', 'StartAt', 'States', 'QueryLanguage']);

/** Fields of a machine's text that tools around AWS use and AWS itself passes over. */
const tolerated = /^(x-|\$schema$)/i;

export const knownFields: Rule = {
  name: 'FIELD_NOT_SUPPORTED',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'AWS: SCHEMA_VALIDATION_FAILED "Field is not supported"',
  machine({ definition }, report) {
    for (const key of Object.keys(definition)) {
      if (!machineFields.includes(key) && !tolerated.test(key)) report([key], `A state machine has no field "${key}".`);
    }
  },
  state({ state, type }, report) {
    if (type === null) return;
    const known = fieldsOf(type);
    for (const key of Object.keys(state)) {
      if (common.has(key) || known.has(key) || unlisted[type]?.includes(key)) continue;
      const meant = nearest([...known.keys()], key);
      const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
      report([key], `A ${type} state has no field "${key}".${hint}`);
    }
    for (const { field, holds } of scopeFields) {
      const value = own(state, field);
      if (holds === 'processor' && isObject(value)) judgeScope(value, [field], report);
      if (holds === 'branches' && isArray(value))
        for (const [index, branch] of value.entries()) if (isObject(branch)) judgeScope(branch, [field, index], report);
    }
  },
};

function judgeScope(holder: JsonObject, at: JsonPath, report: Report): void {
  const isProcessor = at.length === 1;
  for (const key of Object.keys(holder)) {
    if (scopeHolderFields.has(key) || (isProcessor && key === 'ProcessorConfig') || tolerated.test(key)) continue;
    report([...at, key], `A ${isProcessor ? 'processor' : 'branch'} has no field "${key}".`);
  }
}

export const samples: RuleSamples = {
  valid: {
    'fields that every state has': oneState({ Type: 'Pass', Comment: 'Nothing to do', QueryLanguage: 'JSONPath' }),
    'the old name of a processor': oneState({
      Type: 'Map',
      Iterator: machineOf({ B: { Type: 'Succeed' } }),
      Parameters: { 'value.$': '$$.Map.Item.Value' },
    }),
    'what tools around AWS write': { ...oneState({ Type: 'Pass' }), $schema: 'asl.json', 'x-owner': 'orders' },
  },
  invalid: {
    'a misspelt field': {
      definition: oneState({ Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Paramters: {} }),
      breaches: ['/States/A/Paramters'],
    },
    'a field of another type': {
      definition: oneState({ Type: 'Pass', Retry: [] }),
      breaches: ['/States/A/Retry'],
    },
    'fields that branches and processors do not have': {
      definition: machineOf({
        P: { Type: 'Parallel', Branches: [{ Foo: 1, ...machineOf({ A: { Type: 'Pass', End: true } }) }], Next: 'M' },
        M: {
          Type: 'Map',
          ItemProcessor: { TimeoutSeconds: 5, ...machineOf({ B: { Type: 'Pass', End: true } }) },
          End: true,
        },
      }),
      breaches: ['/States/P/Branches/0/Foo', '/States/M/ItemProcessor/TimeoutSeconds'],
    },
    'a field that a machine does not have': {
      definition: oneState({ Type: 'Pass' }, { Owner: 'orders' }),
      breaches: ['/Owner'],
    },
  },
};
