import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldHistory } from '../history/index';
import { allStates, parseDocument } from '../workflow/index';
import { carryOut } from './carryOut';
import { defaultConfiguration } from './configuration';
import { failureOf } from './failure';
import { requestFor } from './request';
import { suggestInput } from './suggestInput';

const folder = join(import.meta.dirname, '../../examples');
const examples = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));

/** Errors of a workflow that was written wrongly; no step of an example may end in one when another step fails. */
const ownFaults =
  /^States\.(Runtime|QueryEvaluationError|ParameterPathFailure|ResultPathMatchFailure|IntrinsicFailure)$/;

it.each(examples)('%s goes on as it says when one of its tasks fails', async (name) => {
  const sidecar = readFileSync(join(folder, name.replace('.asl.json', '.stepwright.json')), 'utf8');
  const parsed = parseDocument({ text: readFileSync(join(folder, name), 'utf8'), format: 'json', sidecar });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const { document } = parsed.value;
  const tasks = allStates(document.definition).filter(({ state }) => state['Type'] === 'Task');
  expect(tasks.length).toBeGreaterThan(0);
  for (const { name: task } of tasks) {
    const configuration = {
      ...defaultConfiguration,
      inputText: JSON.stringify(suggestInput(document.definition)),
      mocks: { [task]: { kind: 'fail', error: 'Example.Broken', cause: 'tried out' } as const },
    };
    const ended = await carryOut(requestFor(document, configuration, { name: 'example', startTime: 0 }));
    if (!ended.ok) throw new Error(ended.problem);
    const failure = failureOf(foldHistory(ended.value.events));
    expect(failure?.error ?? '', `${task}: ${failure?.cause ?? ''}`).not.toMatch(ownFaults);
  }
});
