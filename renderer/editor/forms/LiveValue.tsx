import type { JsonPath } from '#shared/base/index';
import { useFieldValue } from '../runs/useFieldValue';

const stages = {
  input: 'With the input that the state had in this run',
  result: 'With the result that the state had in this run',
  error: 'With the error that was caught in this run',
};

/** What a field gives with the data of the run on screen; nothing where there is no run, or nothing is evaluated. */
export function LiveValue({ at }: { at: JsonPath }) {
  const value = useFieldValue(at);
  if (!value) return null;
  const { stage, answer } = value;
  return (
    <div className="live-value" role="group" aria-label="Value in this run">
      <span>{stages[stage]}</span>
      <code>{answer.ok ? JSON.stringify(answer.value, null, 1) : answer.problem}</code>
    </div>
  );
}
