import type { JsonValue } from '#shared/base/json';
import { fail, ok, type Result } from '#shared/base/result';
import { listTestCases } from '#shared/simulator/workers/mockConfig';
import type { Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button } from '../../ui/controls';
import { chooseFile } from '../../ui/chooseFile';
import type { MockFile } from '#shared/runs/run';
import { freshBench, setBench, useBench, useRuns } from '../../editor/runs/runStore';

/** A mock configuration file of Step Functions Local; its test case answers the states it names. */
export function MockFileField({ session }: { session: Session }) {
  const { mocks } = useBench(session.id);
  const open = async () => {
    const file = await chooseFile('.json');
    if (!file) return;
    const read = readMockFile(file.name, await file.text());
    if (read.ok) setBench(session.id, { mocks: read.value });
    else say('problem', read.problem);
  };
  const cases = mocks
    ? [...listTestCases(mocks.config)].flatMap(([machine, names]) => names.map((name) => ({ machine, name })))
    : [];
  return (
    <div className="inspector__row">
      <Button small onClick={() => void open()}>
        Mock file…
      </Button>
      {mocks ? (
        <>
          <select
            className="select"
            aria-label="Test case of the mock file"
            value={`${mocks.stateMachine}/${mocks.testCase}`}
            onChange={(event) => {
              const chosen = cases.find((each) => `${each.machine}/${each.name}` === event.target.value);
              if (chosen)
                setBench(session.id, { mocks: { ...mocks, stateMachine: chosen.machine, testCase: chosen.name } });
            }}
          >
            {cases.map(({ machine, name }) => (
              <option key={`${machine}/${name}`} value={`${machine}/${name}`}>
                {machine} · {name}
              </option>
            ))}
          </select>
          <Button small look="quiet" onClick={() => dropMocks(session)}>
            Remove
          </Button>
        </>
      ) : null}
    </div>
  );
}

function dropMocks(session: Session): void {
  useRuns.setState((state) => {
    const { mocks: _gone, ...rest } = state.benches[session.id] ?? freshBench;
    return { benches: { ...state.benches, [session.id]: rest } };
  });
}

function readMockFile(name: string, text: string): Result<MockFile, string> {
  try {
    const config = JSON.parse(text) as JsonValue;
    for (const [stateMachine, [testCase]] of listTestCases(config))
      if (testCase !== undefined) return ok({ name, config, stateMachine, testCase });
    return fail(
      `${name} has no test cases: expected "StateMachines" with "TestCases", as Step Functions Local has them.`,
    );
  } catch (problem) {
    return fail(`${name} is not JSON: ${problem instanceof Error ? problem.message : ''}`);
  }
}
