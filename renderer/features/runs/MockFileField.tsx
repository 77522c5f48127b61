import { listTestCases } from '#shared/simulator/index';
import type { Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button } from '../../ui/controls';
import { chooseFile } from '../../ui/chooseFile';
import { readMockFile } from '#shared/runs/index';
import { configure, dropMockFile, useConfiguration } from '../../editor/runs/runStore';

/** A mock configuration file of Step Functions Local; its test case answers the states it names. */
export function MockFileField({ session }: { session: Session }) {
  const { mockFile } = useConfiguration(session.id);
  const open = async () => {
    const file = await chooseFile('.json');
    if (!file) return;
    const read = readMockFile(file.name, await file.text());
    if (read.ok) configure(session.id, { mockFile: read.value });
    else say('problem', read.problem);
  };
  const cases = mockFile
    ? [...listTestCases(mockFile.config)].flatMap(([machine, names]) => names.map((name) => ({ machine, name })))
    : [];
  return (
    <div className="row">
      <Button small onClick={() => void open()}>
        Mock file…
      </Button>
      {mockFile ? (
        <>
          <select
            className="select"
            aria-label="Test case of the mock file"
            value={`${mockFile.stateMachine}/${mockFile.testCase}`}
            onChange={(event) => {
              const chosen = cases.find((each) => `${each.machine}/${each.name}` === event.target.value);
              if (chosen)
                configure(session.id, {
                  mockFile: { ...mockFile, stateMachine: chosen.machine, testCase: chosen.name },
                });
            }}
          >
            {cases.map(({ machine, name }) => (
              <option key={`${machine}/${name}`} value={`${machine}/${name}`}>
                {machine} · {name}
              </option>
            ))}
          </select>
          <Button small look="quiet" onClick={() => dropMockFile(session.id)}>
            Remove
          </Button>
        </>
      ) : null}
    </div>
  );
}
