import type { JsonValue } from '../../base/json';
import type { Random } from '../../base/host';
import type { Shape } from '../model';
import { operations, shapes } from '../table';
import { base, pass, role, waits } from './callApi';

/** Values that are of the right form often enough to come behind the first check. */
const likely: Readonly<Record<string, readonly string[]>> = {
  definition: [pass, waits, '{', '[]', '{"StartAt":"A","States":{}}'],
  roleArn: [role, 'nope'],
  name: ['m', 'w', 'e', 'a b', 'PROD'],
  stateMachineArn: [
    `${base}:stateMachine:m`,
    `${base}:stateMachine:w`,
    `${base}:stateMachine:m:1`,
    `${base}:stateMachine:m#T`,
  ],
  stateMachineVersionArn: [`${base}:stateMachine:m:1`, `${base}:stateMachine:m:2`],
  stateMachineAliasArn: [`${base}:stateMachine:m:PROD`],
  executionArn: [`${base}:execution:m:e`, `${base}:execution:w:e`, `${base}:express:m:e:x`],
  activityArn: [`${base}:activity:m`, `${base}:activity:w`],
  mapRunArn: [`${base}:mapRun:m/L:x`],
  resourceArn: [`${base}:stateMachine:m`, `${base}:activity:m`],
  input: ['{}', '[1.0]', '{', '', '"\\ud800"'],
  output: ['1', '{'],
  nextToken: ['x', 'AAAA00000000', 'AAAA'],
  taskToken: ['x', 'e-1-00000000-0000-0000-0000-000000000000'],
};

/** An operation with a request of its form, in which some things are wrong; the same for the same numbers. */
export function randomRequest(random: Random): { readonly operation: string; readonly request: JsonValue } {
  const names = Object.keys(operations) as (keyof typeof operations)[];
  const operation = pick(random, names);
  return { operation, request: valueOf(random, operations[operation].input, '') };
}

function valueOf(random: Random, name: string, member: string): JsonValue {
  if (random() < 0.03)
    return pick<JsonValue>(random, [null, 1e308, -1, true, '', [], {}, 'x'.repeat(3000), [[[[]]]], '\u0000']);
  const shape = (shapes as Readonly<Record<string, Shape>>)[name];
  switch (shape?.type) {
    case 'structure': {
      const value: Record<string, JsonValue> = {};
      for (const [key, type] of Object.entries(shape.members))
        if (random() < (shape.required?.includes(key) ? 0.97 : 0.3)) value[key] = valueOf(random, type, key);
      if (random() < 0.02) value['__proto__x'] = 1;
      return value;
    }
    case 'list':
      return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(random, shape.member, member));
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'long':
    case 'float':
      return pick(random, [0, 1, 50, 100, 101, 1000, -1, 2.5]);
    default:
      return pick(random, shape?.enum ?? likely[member] ?? ['x', 'y']);
  }
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
