import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '#shared/base/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { addBranch } from '#shared/workflow/edits/branches';
import { removeBranch } from '#shared/workflow/edits/branches';
import { reorder } from '#shared/workflow/edits/reorder';
import { applyEdit } from '../../editor/editing';
import { Button, Field, IconButton, Segmented } from '../../ui/controls';
import { setValueOnce } from './useField';

/** How a Map processes its items: inside this execution, or each in a child execution. */
export function Processor({ path, state }: { path: StatePath; state: JsonObject }) {
  const processor = own(state, 'ItemProcessor');
  if (!isObject(processor))
    return <p className="note">This Map uses Iterator, the old form of ItemProcessor, which is always inline.</p>;
  const config = own(processor, 'ProcessorConfig');
  const mode = isObject(config) ? own(config, 'Mode') : undefined;
  const at: JsonPath = [...toJsonPath(path), 'ItemProcessor', 'ProcessorConfig'];
  return (
    <Field
      label="Processing"
      help={
        mode === 'DISTRIBUTED'
          ? 'Each item, or batch of items, runs as a child execution: up to 10,000 at once.'
          : 'The items run inside this execution: up to 40 at once.'
      }
    >
      {() => (
        <Segmented
          fill
          label="Processing"
          value={mode === 'DISTRIBUTED' ? 'DISTRIBUTED' : 'INLINE'}
          onChange={(next) =>
            setValueOnce(at, next === 'DISTRIBUTED' ? { Mode: next, ExecutionType: 'STANDARD' } : { Mode: next })
          }
          options={[
            { value: 'INLINE', label: 'Inline' },
            { value: 'DISTRIBUTED', label: 'Distributed' },
          ]}
        />
      )}
    </Field>
  );
}

/** The branches of a Parallel: add, remove and reorder. Their results come in this order. */
export function Branches({ path, state }: { path: StatePath; state: JsonObject }) {
  const branches = own(state, 'Branches');
  const list = isArray(branches) ? branches : [];
  const at = [...toJsonPath(path), 'Branches'];
  return (
    <Field label="Branches" help="All run at once; the output is the list of their results, in this order.">
      {() => (
        <div className="inspector-list">
          {list.map((branch, index) => (
            <div key={index} className="inspector-list__row">
              <span className="inspector-list__title">
                {index + 1}. {isObject(branch) ? String(own(branch, 'StartAt') ?? '') : ''}
              </span>
              <Order
                index={index}
                count={list.length}
                what={`branch ${index + 1}`}
                move={(to) => applyEdit(reorder, { at, from: index, to })}
              />
              <IconButton
                small
                label={`Remove branch ${index + 1}`}
                disabled={list.length < 2}
                onClick={() => applyEdit(removeBranch, { state: path, index })}
              >
                <Trash2 size={13} />
              </IconButton>
            </div>
          ))}
          <Button small onClick={() => applyEdit(addBranch, { state: path })}>
            <Plus size={13} aria-hidden /> Add branch
          </Button>
        </div>
      )}
    </Field>
  );
}

/** Buttons that move an item of a list up and down. */
export function Order({
  index,
  count,
  what,
  move,
}: {
  index: number;
  count: number;
  what: string;
  move: (to: number) => void;
}) {
  return (
    <>
      <IconButton small label={`Move ${what} up`} disabled={index === 0} onClick={() => move(index - 1)}>
        <ArrowUp size={13} />
      </IconButton>
      <IconButton small label={`Move ${what} down`} disabled={index === count - 1} onClick={() => move(index + 1)}>
        <ArrowDown size={13} />
      </IconButton>
    </>
  );
}
