import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isArray, isObject, type JsonObject, type JsonPath, type JsonValue, withValueAt } from '../base/json';
import { validateDefinition } from './registry';
import type { RuleSamples } from './samples';

const odd: readonly JsonValue[] = [null, true, 7, -1.5, '', '$', '{% ( %}', '${x}', [], [null], {}, { '': { a: [1] } }];

/** Every place of a value, the value itself not included. */
function placesOf(value: JsonValue, at: JsonPath = []): JsonPath[] {
  const members = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return members.flatMap(([key, member]) => [[...at, key], ...placesOf(member, [...at, key])]);
}

const folder = join(import.meta.dirname, 'rules');
const definitions: JsonObject[] = [];
for (const file of readdirSync(folder)) {
  const { samples } = (await import(join(folder, file))) as { readonly samples: RuleSamples };
  definitions.push(...Object.values(samples.valid), ...Object.values(samples.invalid).map((each) => each.definition));
}

it('says something of every definition in which any value is another, and never fails', () => {
  let judged = 0;
  for (const definition of definitions) {
    for (const at of placesOf(definition)) {
      for (const value of odd) {
        const mutated = withValueAt(definition, at, value);
        if (!isObject(mutated)) continue;
        judged++;
        for (const { message, at: place } of validateDefinition(
          mutated,
          null,
          judged % 2 === 0 ? 'EXPRESS' : 'STANDARD',
        )) {
          if (message === '' || place.some((step) => typeof step !== 'string' && typeof step !== 'number'))
            throw new Error(`A breach without a message or place: ${JSON.stringify(mutated)}`);
        }
      }
    }
  }
  expect(judged).toBeGreaterThan(20_000);
});
