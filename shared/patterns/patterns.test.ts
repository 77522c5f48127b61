import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/base/json';
import { runMachine } from '#shared/simulator/testing/runMachine';
import { stubStore } from '#shared/simulator/workers/stubStore';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { validateDefinition } from '../validation/registry';
import { newDocument } from '#shared/workflow/document';
import { addState } from '#shared/workflow/edits/addState';
import { insertFragment } from '#shared/workflow/edits/insertFragment';
import { rootScope, statePath } from '#shared/workflow/paths';
import { allStates } from '#shared/workflow/scopes';
import { transitionsIn } from '#shared/workflow/transitions';
import { patterns } from './registry';

const languages = ['JSONPath', 'JSONata'] as const;
const cases = patterns.flatMap((pattern) => languages.map((language) => ({ pattern, language, id: pattern.id })));

const machineOf = ({ pattern, language }: (typeof cases)[number]) => {
  const { StartAt, States, samples } = pattern.build(language);
  return { definition: { ...(language === 'JSONata' ? { QueryLanguage: language } : {}), StartAt, States }, samples };
};

describe('patterns', () => {
  it('have names of their own', () => {
    expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length);
    expect(new Set(patterns.map(({ label }) => label)).size).toBe(patterns.length);
  });

  it.each(cases)('$id in $language has no problem', (each) => {
    expect(validateDefinition(machineOf(each).definition)).toEqual([]);
  });

  it.each(cases)('$id in $language runs on stubs to success', async (each) => {
    const { definition, samples = {} } = machineOf(each);
    for (const name of Object.keys(samples)) expect(Object.keys(definition.States)).toContain(name);
    const stub = stubWorker(1);
    const result = await runMachine(definition, {
      input: { day: '2026-01-01' },
      store: stubStore(0),
      worker: (request) => {
        const output = samples[request.stateName];
        return output === undefined ? stub(request) : { outcome: { kind: 'success', output } };
      },
    });
    expect(result.events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded' });
  });

  it.each(cases)('$id in $language goes twice between two states, renamed to fit', ({ pattern, language }) => {
    let document = newDocument('json', language);
    for (const name of ['Before', 'After']) {
      const after = name === 'After' ? { after: statePath(rootScope, 'Before') } : {};
      const added = addState.apply(document, { scope: rootScope, name, state: { Type: 'Pass' }, ...after });
      if (!added.ok) throw new Error(added.problem.message);
      document = added.value.document;
    }
    const { samples, ...fragment } = pattern.build(language);
    for (let time = 0; time < 2; time++) {
      const edited = insertFragment.apply(document, {
        title: pattern.label,
        fragment,
        place: { kind: 'after', state: statePath(rootScope, 'Before') },
        ...(samples ? { samples } : {}),
      });
      if (!edited.ok) throw new Error(edited.problem.message);
      document = edited.value.document;
    }
    expect(validateDefinition(document.definition)).toEqual([]);
    const names = allStates(document.definition).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const dangling = transitionsIn(document.definition, rootScope).filter(({ targetPath }) => targetPath === null);
    expect(dangling).toEqual([]);
    const kept = Object.keys(document.sidecar.mocks);
    expect(kept).toHaveLength(2 * Object.keys(samples ?? {}).length);
    for (const path of kept) expect(allStates(document.definition).map((state): string => state.path)).toContain(path);
    const ends = Object.values(document.definition['States'] as JsonObject).filter(
      (state) => (state as JsonObject)['End'] === true,
    );
    expect(ends).toHaveLength(1);
  });
});
