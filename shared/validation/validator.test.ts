import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withValueAt, type JsonObject } from '../base/json';
import { fromJsonPath } from '../workflow/paths';
import { perform, randomAct, startingDocument } from '../workflow/testing/arbitraries';
import type { Rule } from './contract';
import { rules } from './registry';
import { machineOf } from './samples';
import { validator } from './validator';

const end = { Type: 'Pass', End: true };
const definition = machineOf({
  A: { Type: 'Pass', Next: 'M' },
  M: {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      ...machineOf({ Inner: { Type: 'Pass', End: true } }),
    },
    Next: 'Z',
  },
  Z: end,
});

/** A rule that counts what it visits and reports each state. */
function counting() {
  const visits: string[] = [];
  const rule: Rule = {
    name: 'SEEN',
    code: 'SEEN',
    severity: 'warning',
    source: 'this test',
    machine: () => void visits.push('machine'),
    scope: ({ holder }) => void visits.push(`scope ${String(holder['StartAt'])}`),
    state: ({ state, inExpress, language }, report) => {
      visits.push(`state ${String(state['Type'])}${inExpress ? ' in Express' : ''} ${language}`);
      report(['Type'], 'seen', { at: ['Comment'], value: 'seen' });
    },
  };
  const validate = validator([rule]);
  return {
    judge(judged: JsonObject) {
      visits.length = 0;
      const diagnostics = validate(judged);
      return { visits: [...visits], places: diagnostics.map(({ at }) => fromJsonPath(at)), diagnostics };
    },
  };
}

const everyState = ['/States/A/Type', '/States/M/Type', '/States/Z/Type', '/States/M/ItemProcessor/States/Inner/Type'];

describe('a validator', () => {
  it('visits the machine, every scope and every state once, with what their surroundings say', () => {
    const { visits, places } = counting().judge(definition);
    expect(visits).toEqual([
      'machine',
      'scope A',
      'state Pass JSONPath',
      'state Map JSONPath',
      'state Pass JSONPath',
      'scope Inner',
      'state Pass in Express JSONPath',
    ]);
    expect(places).toEqual(everyState);
  });

  it('puts breaches and fixes where the state stands', () => {
    const [, , , inner] = counting().judge(definition).diagnostics;
    expect(inner).toEqual({
      code: 'SEEN',
      rule: 'SEEN',
      severity: 'warning',
      at: ['States', 'M', 'ItemProcessor', 'States', 'Inner', 'Type'],
      state: '/States/M/ItemProcessor/States/Inner',
      message: 'seen',
      fix: { at: ['States', 'M', 'ItemProcessor', 'States', 'Inner', 'Comment'], value: 'seen' },
    });
  });

  it('judges nothing but the machine again when nothing has changed', () => {
    const { judge } = counting();
    judge(definition);
    expect(judge({ ...definition, Comment: 'edited' })).toMatchObject({
      visits: ['machine', 'scope A'],
      places: everyState,
    });
  });

  it('judges a state that was edited and the scope that it stands in, and no other', () => {
    const { judge } = counting();
    judge(definition);
    const edited = withValueAt(definition, ['States', 'A', 'Comment'], 'edited') as JsonObject;
    expect(judge(edited)).toMatchObject({ visits: ['machine', 'scope A', 'state Pass JSONPath'], places: everyState });
  });

  it('judges the containers of a state that was edited again as well', () => {
    const { judge } = counting();
    judge(definition);
    const at = ['States', 'M', 'ItemProcessor', 'States', 'Inner', 'Comment'];
    expect(judge(withValueAt(definition, at, 'edited') as JsonObject).visits).toEqual([
      'machine',
      'scope A',
      'state Map JSONPath',
      'scope Inner',
      'state Pass in Express JSONPath',
    ]);
  });

  it('judges every state again when the machine changes its query language', () => {
    const { judge } = counting();
    judge(definition);
    expect(
      judge({ ...definition, QueryLanguage: 'JSONata' }).visits.filter((visit) => visit.startsWith('state')),
    ).toEqual(['state Pass JSONata', 'state Map JSONata', 'state Pass JSONata', 'state Pass in Express JSONata']);
  });

  it('gives a state that stands in two places its breaches in both', () => {
    const { judge } = counting();
    const twice = machineOf({ A: end, B: end });
    expect(judge(twice).places).toEqual(['/States/A/Type', '/States/B/Type']);
  });

  it('judges what needs the catalogue of SDK actions again once it has arrived', () => {
    const rule: Rule = {
      name: 'UNKNOWN',
      code: 'UNKNOWN',
      severity: 'error',
      source: 'this test',
      state: ({ catalogue }, report) => {
        if (catalogue) report([], catalogue.services()?.join() ?? '');
      },
    };
    const validate = validator([rule]);
    const one = machineOf({ A: end });
    expect(validate(one)).toEqual([]);
    const catalogue = { services: () => ['s3'], actions: () => null, fields: () => null, result: () => null };
    expect(validate(one, catalogue).map(({ message }) => message)).toEqual(['s3']);
  });
});

describe('what is remembered', () => {
  it('never changes what is said: after random edits as from the text alone', () => {
    const remembering = validator(rules);
    fc.assert(
      fc.property(fc.array(randomAct, { minLength: 1, maxLength: 30 }), (acts) => {
        let document = startingDocument('json');
        for (const act of acts) {
          const { result } = perform(document, act);
          if (!result?.ok) continue;
          document = result.value.document;
          const fresh = validator(rules)(JSON.parse(JSON.stringify(document.definition)) as JsonObject);
          expect(remembering(document.definition)).toEqual(fresh);
        }
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });
});
