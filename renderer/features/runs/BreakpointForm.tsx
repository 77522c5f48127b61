import { type StatePath } from '#shared/workflow/index';
import { toggleBreakpoint } from '#shared/workflow/edits/toggleBreakpoint';
import { NumberInput, TextInput } from '../../ui/Inputs';
import { applyEdit } from '../../editor/editing';
import { useActiveDocument, useActiveSession } from '../../editor/useActive';
import { Field } from '../../ui/controls';
import type { BreakCondition } from '#shared/runs/index';
import { configure, useConfiguration } from '../../editor/runs/runStore';

/** The breakpoint of the state, and when it counts. */
export function BreakpointForm({ name, path }: { name: string; path: StatePath }) {
  const session = useActiveSession();
  const configuration = useConfiguration(session?.id ?? '');
  const document = useActiveDocument();
  if (!session || !document) return null;
  const set = document.sidecar.breakpoints.includes(path);
  const condition = configuration.conditions[name] ?? { nth: null, expression: '' };
  const change = (next: Partial<BreakCondition>) =>
    configure(session.id, { conditions: { ...configuration.conditions, [name]: { ...condition, ...next } } });
  return (
    <div className="run-breakpoint">
      <label className="run-start__check">
        <input type="checkbox" checked={set} onChange={() => applyEdit(toggleBreakpoint, { state: path })} /> Stop here
        (F9)
      </label>
      {set ? (
        <div className="entry__numbers" data-undo="own">
          <Field label="Only at entry">
            {(ids) => (
              <NumberInput
                ids={ids}
                value={condition.nth ?? undefined}
                placeholder="Every"
                onChange={(nth) => change({ nth: typeof nth === 'number' && nth >= 1 ? Math.floor(nth) : null })}
              />
            )}
          </Field>
          <Field label="Only when" help="JSONata over input and variables.">
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={condition.expression}
                placeholder="input.n > 3"
                onChange={(expression) => change({ expression })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}
