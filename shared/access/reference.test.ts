import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { parseResource } from '../asl/index';
import { readReference } from '../workflow/testing/reference';
import { checkSteps } from './checkSteps';
import { denialOf } from './denial';
import { decide } from './evaluate';
import { neededRole } from './neededRole';
import { parsePolicy } from './parsePolicy';
import type { ConditionValues } from './requestContext';
import type { Machine } from './stepNeeds';
import { policy } from './testing/policies';

/**
 * Cases that independent judges of IAM gave, where they are; each right value is a test of its own in the repository
 * besides. What does not hold stands in `known`, with the reason.
 */
const read = readReference('cases/access.json');
const cases = (isArray(read) ? (read as readonly JsonValue[]) : []).filter(isObject);

const known: Readonly<Record<string, string>> = {
  'parse-service-wildcard':
    'Unsure: the grammar has the service before the colon as a fixed text, but IAM takes “*:*”, and what it does with “s?:” was not seen.',
  'resource-star-inside-segment-crosses-colon':
    'Unsure: the IAM user guide says it of `*` at the end of a segment; matching over colons is what its own examples do.',
};

const text = (each: JsonObject, name: string): string => String(own(each, name) as string);

/** The definition that has nothing but the Task of a case. */
function definitionOf(input: JsonObject): JsonObject {
  return {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: text(input, 'resource'), Parameters: own(input, 'arguments') ?? {}, End: true },
    },
  };
}

function denial(input: JsonObject) {
  const resource = text(input, 'resource');
  const parsed = parseResource(resource);
  if (parsed.kind !== 'integration') throw new Error(`${resource} is no integration`);
  const resourceType = parsed.sdk ? `aws-sdk:${parsed.service}` : parsed.service;
  const request = {
    stateName: 'A',
    resource,
    resourceType,
    action: parsed.action,
    pattern: parsed.pattern,
    attempt: 0,
    parameters: own(input, 'arguments') ?? {},
  };
  const roleArn = 'arn:aws:iam::123456789012:role/flow';
  const caller = { machine: own(input, 'machine') as unknown as Machine, roleArn, policies: policies(input) };
  return denialOf(request as unknown as Parameters<typeof denialOf>[0], caller, '00000000-0000-4000-8000-000000000000');
}

const policies = (input: JsonObject) => {
  const statements = own(input, 'policy');
  return statements === undefined || statements === null ? [] : [policy(statements)];
};

function holds({ input, expect: wanted }: JsonObject): boolean {
  if (!isObject(input)) return false;
  const right = String(wanted as string);
  switch (input['kind']) {
    case 'check/run': {
      const machine = own(input, 'machine') as unknown as Machine;
      const verdict = checkSteps(definitionOf(input), machine, policies(input))[0]?.verdict;
      const passes = denial(input) === null;
      return (
        passes && (!right.startsWith('allowed') || right.includes('unknown') || /allowed|nothing/.test(verdict ?? ''))
      );
    }
    case 'neededRole': {
      const machine = own(input, 'machine') as unknown as Machine;
      const { statements } = neededRole(definitionOf(input), { ...machine, logging: false, tracing: false });
      const [action = '', service = ''] = /\w[\w-]*:\w+|[\w-]+\.amazonaws\.com/g[Symbol.match](right) ?? [];
      const found = statements.find(({ actions }) => actions.includes(action));
      return found !== undefined && JSON.stringify(found).includes(service);
    }
    case 'denialOf': {
      const found = denial(input);
      const error = /^[A-Z]\w+\.[A-Za-z0-9]+|^[A-Z]\w+\./.exec(right)?.[0];
      const status = /Status Code: (\d+)/.exec(right)?.[0] ?? '';
      const resource = /on resource: arn:aws:\w+:….*?([\w]+\/\w+)/.exec(right)?.[1] ?? '';
      return (
        found !== null &&
        (error === undefined || found.error.startsWith(error)) &&
        found.cause.includes(status) &&
        found.cause.includes(resource)
      );
    }
    case 'decide': {
      const context = (own(input, 'context') ?? {}) as ConditionValues;
      const request = { action: text(input, 'action'), resource: text(input, 'resource'), context };
      return decide(request, policies(input)).decision === right.split(' ')[0];
    }
    case 'parsePolicy':
      return parsePolicy(text(input, 'text')).ok === (right === 'taken');
    default:
      return false;
  }
}

describe.runIf(cases.length > 0)('the reference cases of access', () => {
  it('hold but for those that are known, which are told with their reason', () => {
    const missed = cases.filter((each) => !holds(each)).map(({ name }) => String(name));
    expect(missed.sort()).toEqual(Object.keys(known).sort());
    const sure = cases.filter(({ sure }) => sure === true);
    const held = sure.filter(({ name }) => !missed.includes(String(name)));
    expect(sure.length).toBeGreaterThan(25);
    expect(held.length / sure.length).toBeGreaterThanOrEqual(0.95);
  });
});
