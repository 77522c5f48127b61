import { type RunConfiguration, defaultConfiguration } from '#shared/runs/index';
import { sampleInput, triggersOf } from '#shared/triggers/index';
import { usualPlace } from '#shared/services/index';
import { configure, onRunsChange, runsState } from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { getState, onAppChange } from '../../editor/store';
import { readOfWorkflow, writeOfWorkflow } from '../../platform/storage';

/** Keeps what the runs of each workflow start with, and gives it back when the workflow is opened again. */
export function rememberConfigurations(): void {
  const known = new Set<string>();
  const recall = () => {
    for (const session of getState().sessions) {
      if (known.has(session.id)) continue;
      known.add(session.id);
      const found = readOfWorkflow('runConfiguration', session.workflow) ?? triggered(session);
      if (found) configure(session.id, { ...defaultConfiguration, ...found });
    }
  };
  recall();
  onAppChange(recall);
  onRunsChange(({ configurations }, before) => {
    if (configurations === before.configurations) return;
    for (const { id, workflow } of getState().sessions) {
      const configuration = configurations[id];
      if (configuration && configuration !== before.configurations[id]) write(workflow, configuration);
    }
  });
}

/** A mock file and files of S3 are read again by the person: they may have changed, and may be large. */
function write(workflow: string, { mockFile: _mockFile, objects: _objects, ...configuration }: RunConfiguration): void {
  writeOfWorkflow('runConfiguration', workflow, configuration);
}

/** A workflow that was never run starts with the sample event of its first trigger. */
function triggered(session: Session): Partial<RunConfiguration> | null {
  if (runsState().configurations[session.id]) return null;
  const document = documentOf(session);
  const trigger = document && triggersOf(document).find(({ enabled }) => enabled);
  if (!document || !trigger) return null;
  return { inputText: sampleInput(trigger, { time: new Date().toISOString(), ...usualPlace(document.definition) }) };
}
