import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, nearest, own } from '../../base/index';
import { visitTemplate } from '../../expressions/index';
import type { EvaluatedField } from '../../states/index';
import type { Rule, ScopeState } from '../contract';
import { dataFlows } from '../dataFlow/dataFlows';
import { missingStep, pathSteps } from '../dataFlow/pathSteps';
import { type Shape, any } from '../dataFlow/shape';
import type { StateFlow } from '../dataFlow/stateFlow';
import { machineOf, type RuleSamples } from '../samples';

/** AWS creates such machines; their executions fail with States.Runtime, or States.ParameterPathFailure. */
export const pathNeverThere: Rule = {
  name: 'PATH_NEVER_THERE',
  code: 'PATH_NEVER_THERE',
  severity: 'warning',
  source: 'ours: a path of data that no way to the state puts there; AWS fails the execution with States.Runtime',
  machine(machine, report) {
    for (const [placed, flows] of dataFlows(machine)) {
      for (const [index, flow] of flows.entries()) {
        const entry = placed.scope.states[index];
        if (!flow || !entry || isUnknown(flow)) continue;
        for (const { below, message, fixed } of breachesOf(entry, flow)) {
          const place = [...placed.at, 'States', entry.name, ...below];
          report(place, message, fixed === null ? undefined : { at: place, value: fixed });
        }
      }
    }
  },
};

interface Breach {
  /** Its place in the state. */
  readonly below: JsonPath;
  readonly message: string;
  /** The path that is meant; null where that is not sure. */
  readonly fixed: string | null;
}

/** What is wrong in a state with the same input is found out once, so an edit judges what it reaches. */
const judged = new WeakMap<StateFlow, readonly Breach[]>();

/** Of data that may be anything nothing can be said, and most is. */
function isUnknown({ input, withResult }: StateFlow): boolean {
  return input.kind === 'any' && withResult.kind === 'any';
}

function breachesOf({ state, memory }: ScopeState, flow: StateFlow): readonly Breach[] {
  const known = judged.get(flow);
  if (known) return known;
  const breaches: Breach[] = [];
  const asked = askedFor(state);
  for (const field of memory.evaluated('JSONPath')) judge(field, dataOf(field, flow), asked, breaches);
  judged.set(flow, breaches);
  return breaches;
}

/** The data that `$` is in a field. What work gave, and what is said of items, is not followed. */
function dataOf({ at: [field] }: EvaluatedField, flow: StateFlow): Shape {
  switch (field) {
    case 'InputPath':
      return flow.input;
    case 'OutputPath':
      return flow.withResult;
    case 'ResultSelector':
    case 'Assign':
    case 'Catch':
    case 'ItemReader':
    case 'ItemBatcher':
    case 'ResultWriter':
      return any;
    default:
      return flow.effective;
  }
}

/** The paths that a Choice asks for whether they are there, which need not be. */
function askedFor(state: JsonObject): ReadonlySet<string> {
  const asked = new Set<string>();
  const walk = (rule: JsonValue | undefined) => {
    if (isArray(rule)) return rule.forEach(walk);
    if (!isObject(rule)) return;
    const variable = own(rule, 'Variable');
    if (own(rule, 'IsPresent') !== undefined && typeof variable === 'string') asked.add(variable);
    for (const inner of ['And', 'Or', 'Not']) walk(own(rule, inner));
  };
  walk(own(state, 'Choices'));
  return asked;
}

function judge(field: EvaluatedField, data: Shape, asked: ReadonlySet<string>, breaches: Breach[]): void {
  if (data.kind === 'any') return;
  const judgePath = (text: JsonValue, below: JsonPath) => {
    // Of a part of something that is asked for, the Choice looks only where that is there.
    if (typeof text !== 'string' || [...asked].some((path) => text === path || text.startsWith(`${path}.`))) return;
    const missing = missingStep(data, text);
    const { steps = [], whole = false } = pathSteps(text) ?? {};
    const step = steps[missing?.index ?? -1];
    if (!missing || step === undefined) return;
    const there = missing.of.kind === 'object' ? [...missing.of.members.keys()] : [];
    const meant = nearest(there, step);
    const has = hasText(missing.of, there);
    const holder = pathText(steps.slice(0, missing.index));
    const fixed = meant !== null && whole ? pathText(steps.with(missing.index, meant)) : null;
    const message = `"${text}" is never there: ${holder} has ${has} when the execution comes here. Change the path, or a ResultPath before it.`;
    const isSure = fixed !== null && missingStep(data, fixed) === null;
    breaches.push({ below, message, fixed: isSure ? fixed : null });
  };
  if (field.kind === 'path') judgePath(field.value, field.at);
  else if (field.kind === 'template')
    visitTemplate(field.value, field.at, (_, key, value, holder) => judgePath(value, [...holder, key]));
}

function hasText(shape: Shape, there: readonly string[]): string {
  const names = there.map((name) => `"${name}"`).join(', ');
  if (shape.kind === 'object' && shape.open === 'capitals')
    return `the answer of a service, whose members begin with a capital${names === '' ? '' : `, and ${names}`},`;
  return names === '' ? 'nothing below it' : `only ${names}`;
}

function pathText(steps: readonly string[]): string {
  return `$${steps.map((step) => (/^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `['${step.replace(/['\\]/g, '\\$&')}']`)).join('')}`;
}

const notify: JsonObject = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sns:publish',
  Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alarms', 'Message.$': '$.error.Cause' },
};
const work = (more: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs', MessageBody: 'go' },
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Notify', ...more }],
  End: true,
});
const failed: JsonObject = { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
const pass = (more: JsonObject): JsonObject => ({ Type: 'Pass', ...more });

export const samples: RuleSamples = {
  valid: {
    'an error that a catcher put there': machineOf({
      Work: work({ ResultPath: '$.error' }),
      Notify: { ...notify, ResultPath: null, Next: 'Failed' },
      Failed: failed,
    }),
    'what the input may have': machineOf({ A: pass({ InputPath: '$.a', End: true }) }),
    'what the result of a task may have': machineOf({
      A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', Next: 'B' },
      B: pass({ InputPath: '$.a', End: true }),
    }),
    'a member that one of two ways puts there': machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'B' }], Default: 'C' },
      B: pass({ Result: { b: 1 }, Next: 'D' }),
      C: pass({ Result: { c: 1 }, Next: 'D' }),
      D: pass({ InputPath: '$.c', End: true }),
    }),
    'a path that a Choice asks for': machineOf({
      A: pass({ Result: { a: 1 }, Next: 'B' }),
      B: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.b', IsPresent: true },
              { Variable: '$.b', NumericEquals: 1 },
            ],
            Next: 'C',
          },
        ],
        Default: 'C',
      },
      C: { Type: 'Succeed' },
    }),
    'a loop that wraps its input': machineOf({
      A: pass({ Parameters: { 'before.$': '$' }, Next: 'B' }),
      B: { Type: 'Choice', Choices: [{ Variable: '$.before', IsNull: true, Next: 'A' }], Default: 'C' },
      C: { Type: 'Succeed' },
    }),
    'what a callback gives': machineOf({
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: {
          QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs',
          MessageBody: { 'token.$': '$$.Task.Token' },
        },
        Next: 'B',
      },
      B: pass({ InputPath: '$.approved', End: true }),
    }),
    'what a deployment fills in': machineOf({
      A: pass({ Result: { a: '${Settings}' }, Next: 'B' }),
      B: pass({ InputPath: '$.a.b', End: true }),
    }),
  },
  invalid: {
    'an error that the result of a task replaced': {
      definition: machineOf({
        Work: work({ ResultPath: '$.error' }),
        Notify: { ...notify, ResultSelector: { 'MessageId.$': '$.MessageId' }, ResultPath: '$.error', Next: 'Failed' },
        Failed: failed,
      }),
      breaches: ['/States/Failed/ErrorPath', '/States/Failed/CausePath'],
    },
    'an error that the answer of a service replaced': {
      definition: machineOf({
        Work: work({ ResultPath: '$.error' }),
        Notify: { ...notify, Next: 'Failed' },
        Failed: failed,
      }),
      breaches: ['/States/Failed/ErrorPath', '/States/Failed/CausePath'],
    },
    'an answer in the place of the error': {
      definition: machineOf({
        Work: work({ ResultPath: '$.error' }),
        Notify: { ...notify, ResultPath: '$.error', Next: 'Next' },
        Next: pass({ Parameters: { 'why.$': '$.error.cause' }, End: true }),
      }),
      breaches: ['/States/Next/Parameters/why.$'],
    },
    'an error that the catcher put in the place of the input': {
      definition: machineOf({ Work: work({}), Notify: { ...notify, End: true } }),
      breaches: ['/States/Notify/Parameters/Message.$'],
    },
    'a member that a Pass does not give': {
      definition: machineOf({
        A: pass({ Parameters: { user: { 'name.$': '$.name' } }, Next: 'B' }),
        B: { Type: 'Wait', SecondsPath: '$.user.seconds', Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Variable: '$.uesr', IsNull: true, Next: 'D' }], Default: 'D' },
        D: { Type: 'Succeed', OutputPath: '$.other' },
      }),
      breaches: ['/States/B/SecondsPath', '/States/C/Choices/0/Variable', '/States/D/OutputPath'],
    },
    'a member of a single value': {
      definition: machineOf({
        A: pass({ Result: { a: 'text' }, Next: 'B' }),
        B: pass({ InputPath: '$.a.b', End: true }),
      }),
      breaches: ['/States/B/InputPath'],
    },
    'what a selector of items does not give': {
      definition: machineOf({
        A: {
          Type: 'Map',
          ItemSelector: { 'item.$': '$$.Map.Item.Value' },
          ItemProcessor: machineOf({ B: pass({ InputPath: '$.itme', End: true }) }),
          End: true,
        },
      }),
      breaches: ['/States/A/ItemProcessor/States/B/InputPath'],
    },
  },
};
