import { describe, expect, it } from 'vitest';
import { queryLanguages } from '../asl/queryLanguage';
import { stateFacts, stateTypeNames, typeHasCatch, type StateFacts } from '../asl/stateFacts';
import { own, type JsonObject } from '../base/json';
import { ending } from '../workflow/edits/support';
import { stateTypes } from './stateTypes';
import { summarizeState } from './summary';

describe.each(stateTypeNames)('the form of %s', (type) => {
  const facts: StateFacts = stateFacts[type];
  const { fields, template, check } = stateTypes[type];
  const has = (name: string) => fields.some((field) => field.name === name);

  it('has the fields that the facts of the language say, and no others of their kind', () => {
    expect({
      Retry: has('Retry'),
      Catch: has('Catch'),
      Choices: has('Choices'),
      ResultSelector: has('ResultSelector'),
      Branches: has('Branches'),
      ItemProcessor: has('ItemProcessor'),
    }).toEqual({
      Retry: facts.hasRetry,
      Catch: typeHasCatch(type),
      Choices: facts.leadsOn.includes('Choices'),
      ResultSelector: facts.hasResult,
      Branches: facts.scopeFields.some(({ field }) => field === 'Branches'),
      ItemProcessor: facts.scopeFields.some(({ field }) => field === 'ItemProcessor'),
    });
  });

  it.each(queryLanguages)('starts with a state of its type that can be summed up, in %s', (language) => {
    const state = template(language);
    expect([own(state, 'Type'), summarizeState(state).action !== '']).toEqual([type, true]);
  });

  it('starts with a state that has all it needs, but for the rules of a Choice', () => {
    const missing: string[] = [];
    check?.(ending(template('JSONPath')), 'JSONPath', (_at, message) => missing.push(message));
    expect(missing).toEqual(
      type === 'Choice' ? ['A Choice needs at least one rule: draw a line from it to a state.'] : [],
    );
  });

  it('refuses a state that has nothing but its type, where the type needs something', () => {
    const found: string[] = [];
    check?.({ Type: type } satisfies JsonObject, 'JSONPath', (_at, message) => found.push(message));
    expect(found.length > 0).toBe(['Task', 'Choice', 'Wait', 'Parallel', 'Map'].includes(type));
  });
});
