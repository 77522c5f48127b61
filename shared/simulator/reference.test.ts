import { describe, expect, it } from 'vitest';
import { isObject, own, type JsonObject, type JsonValue } from '../base/json';
import type { TaskRequest } from '../states/execution';
import { readReference } from '../workflow/testing/reference';
import { objectsOf } from './testing/objects';
import { runMachine, type RunOptions } from './testing/runMachine';
import type { TaskAnswer } from './worker';

/**
 * Cases out of public reports and AWS's documentation, where they are: what an execution gives. Each right value is a
 * test of its own in the repository besides.
 */
const read = readReference('cases/field.json');
const cases = (Array.isArray(read) ? (read as readonly JsonValue[]) : [])
  .filter(isObject)
  .filter(({ expect: wanted }) => String(wanted).startsWith('simulate: '));

/** `<text of 200000 characters, all "x">` stands for that text. */
function written(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) => {
    const long = typeof inner === 'string' ? /^<text of (\d+) characters, all "(.)">$/.exec(inner) : null;
    return long === null ? inner : (long[2] ?? '').repeat(Number(long[1]));
  }) as JsonValue;
}

function setupOf({ setup }: JsonObject): RunOptions {
  const given = isObject(setup) ? setup : {};
  const says = own(given, 'worker');
  const answer = /^the task answers (\{.*\})$/.exec(String(says))?.[1];
  const worker = (request: TaskRequest): TaskAnswer => ({
    outcome: {
      kind: 'success',
      output:
        answer !== undefined
          ? (JSON.parse(answer) as JsonValue)
          : says === 'the task answers its parameters'
            ? request.parameters
            : { ok: true },
    },
  });
  const objects = own(given, 's3');
  return { worker, store: objectsOf((isObject(objects) ? objects : {}) as Record<string, string>).store };
}

const engineFile = readReference('cases/engine.json');
const refused = (Array.isArray(engineFile) ? (engineFile as readonly JsonValue[]) : [])
  .filter(isObject)
  .filter(({ definition }) => isObject(definition))
  .filter(({ expect: wanted, sure }) => /^(?:refused|fails)/.test(String(wanted)) && sure !== 'unsure')
  // A batch without limits is refused by validation alone.
  .filter(({ name, area }) => area !== 'validator-invalid' && name !== 'dm-batch-empty');

describe.runIf(refused.length > 0)('what AWS refuses', () => {
  it.each(refused)('$name', async ({ definition, input, area }) => {
    if (!isObject(definition)) throw new Error('a case has a definition');
    const settings = area === 'express' ? { settings: { type: 'EXPRESS' } as const } : {};
    const run = async (): Promise<string> =>
      (await runMachine(definition, { ...settings, input: written(input ?? {}) })).status;
    // A definition that cannot be compiled is refused before it runs.
    await expect(run().catch(() => 'FAILED')).resolves.toBe('FAILED');
  });
});

describe.runIf(cases.length > 0)('cases out of public reports', () => {
  it.each(cases)('$name', async (one) => {
    const { definition, input, expect: wanted } = one;
    if (!isObject(definition)) throw new Error('a case has a definition');
    const result = await runMachine(definition, { ...setupOf(one), input: written(input ?? {}) });
    const { cause, ...others } = JSON.parse(String(wanted).slice('simulate: '.length)) as JsonObject;
    expect(result).toMatchObject(others);
    if (typeof cause === 'string') expect(result.cause).toContain(cause);
  });
});
