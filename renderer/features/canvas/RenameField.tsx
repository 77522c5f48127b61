import { useEffect, useRef } from 'react';
import { type StatePath } from '#shared/workflow/index';
import { renameState } from '#shared/workflow/edits/renameState';
import { applyEdit } from '../../editor/editing';
import { setRenaming } from '../../editor/store';

/** The name of a state, being typed on its card. Enter or leaving the field renames, Escape gives up. */
export function RenameField({ path, name }: { path: StatePath; name: string }) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.select(), []);
  const finish = (keep: boolean) => {
    if (done.current) return;
    const to = input.current?.value ?? name;
    if (keep && to !== name && !applyEdit(renameState, { state: path, to })) {
      input.current?.focus();
      return;
    }
    done.current = true;
    setRenaming(null);
  };
  return (
    <input
      ref={input}
      className="canvas-rename nodrag"
      aria-label={`New name of ${name}`}
      defaultValue={name}
      maxLength={80}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
