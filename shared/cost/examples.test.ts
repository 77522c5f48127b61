import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, own, type JsonValue } from '#shared/base/json';
import { neededRole } from '#shared/access/neededRole';
import { foldHistory } from '#shared/history/fold';
import { runMachine } from '#shared/simulator/testing/runMachine';
import { stubStore } from '#shared/simulator/workers/stubStore';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { sampleEvent } from '#shared/triggers/sampleEvent';
import { checkTrigger, readTriggers } from '#shared/triggers/triggers';
import { validateDefinition } from '../validation/registry';
import { printSidecar } from '#shared/workflow/sidecar';
import { parseDocument } from '#shared/workflow/parse';
import { stateName, type StatePath } from '#shared/workflow/paths';
import { allStates } from '#shared/workflow/scopes';
import { estimateRun } from './estimate';
import { defaultPrices } from './prices';

const folder = join(import.meta.dirname, '../../examples');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => file.replace('.asl.json', ''));

const open = (name: string) => {
  const sidecar = readFileSync(join(folder, `${name}.stepwright.json`), 'utf8');
  const parsed = parseDocument({
    text: readFileSync(join(folder, `${name}.asl.json`), 'utf8'),
    format: 'json',
    sidecar,
  });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return { ...parsed.value.document, sidecarText: sidecar };
};

describe('the examples', () => {
  it('are six', () => {
    expect(names).toHaveLength(6);
  });

  it.each(names)('%s has no problem, and a sidecar that names states that are there', (name) => {
    const { definition, sidecar, sidecarText } = open(name);
    expect(validateDefinition(definition)).toEqual([]);
    const paths = new Set<string>(allStates(definition).map(({ path }) => path));
    for (const path of [...Object.keys(sidecar.mocks), ...Object.keys(sidecar.assumptions)])
      expect(paths).toContain(path);
    expect(JSON.parse(printSidecar(sidecar) ?? 'null')).toEqual(JSON.parse(sidecarText));
  });

  it.each(names)(
    '%s has triggers in order, runs from a sample event to its end, has a role and a cost',
    async (name) => {
      const { definition, sidecar } = open(name);
      const triggers = readTriggers(sidecar.triggers);
      expect(triggers.length).toBe(sidecar.triggers.length);
      for (const trigger of triggers) expect(checkTrigger(trigger)).toEqual({});
      const [trigger] = triggers.filter(({ enabled }) => enabled);
      if (!trigger) throw new Error('no trigger');
      const answers = new Map<string, JsonValue>();
      for (const [path, mock] of Object.entries(sidecar.mocks)) {
        if (isObject(mock)) answers.set(stateName(path as StatePath), own(mock, 'output') ?? null);
      }
      const stub = stubWorker(1);
      const result = await runMachine(definition, {
        input: sampleEvent(trigger, { time: '2026-01-31T02:00:00Z', account: '123456789012', region: 'us-east-1' }),
        store: stubStore(0),
        worker: (request) => {
          const output = answers.get(request.stateName);
          return output === undefined ? stub(request) : { outcome: { kind: 'success', output }, submitted: {} };
        },
      });
      expect(result.events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded' });
      const basis = { definition, type: 'STANDARD' as const, prices: defaultPrices, assumptions: sidecar.assumptions };
      expect(estimateRun(basis, foldHistory(result.events)).usd).toBeGreaterThan(0.00001);
      const role = neededRole(definition, {
        partition: 'aws',
        region: 'us-east-1',
        account: '123456789012',
        logging: false,
        tracing: false,
        name,
      });
      expect(role.unclear).toEqual([]);
      expect(role.statements.length).toBeGreaterThan(0);
    },
  );
});
