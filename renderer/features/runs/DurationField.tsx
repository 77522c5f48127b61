import { duration } from '#shared/base/index';
import type { TimedTask } from '#shared/runs/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { activeDocument, applyEdit } from '../../editor/editing';
import { Field } from '../../ui/controls';
import { NumberInput } from '../../ui/Inputs';

/** How long an attempt of a step takes in runs, and so in their bill and chances. It is kept with the workflow. */
export function DurationField({ task }: { task: TimedTask }) {
  const { name, path, typical, set } = task;
  const change = (value: unknown) => {
    const document = activeDocument();
    const seconds = value === undefined ? null : value;
    if (!document || (seconds !== null && !(typeof seconds === 'number' && seconds >= 0))) return;
    const { [path]: _old, ...others } = document.sidecar.assumptions;
    const mine = task.with(seconds);
    applyEdit(
      changeSidecar,
      {
        parts: { assumptions: Object.keys(mine).length === 0 ? others : { ...others, [path]: mine } },
        what: `Duration of "${name}"`,
      },
      { mergeKey: `duration ${path}` },
    );
  };
  const typically = `Typically ${duration(typical.seconds)} (${typical.source})`;
  return (
    <div data-undo="document">
      <Field label="Takes (s)" help={set === null ? typically : `${duration(set)}. ${typically}`}>
        {(ids) => (
          <NumberInput ids={ids} value={set ?? undefined} placeholder={String(typical.seconds)} onChange={change} />
        )}
      </Field>
    </div>
  );
}
