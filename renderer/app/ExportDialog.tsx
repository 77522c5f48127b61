import { useState } from 'react';
import { toBeFilled } from '#shared/states/index';
import { allStates } from '#shared/workflow/index';
import { activeDocument } from '../editor/editing';
import { showOverlay } from '../editor/store';
import { Dialog } from '../ui/controls';
import { exportAs, othersOpen, windowExporters } from './exportAs';

/** What tasks of the workflow on screen still have from the palette, with the state that has it. */
function unfilled(): readonly string[] {
  const definition = activeDocument()?.definition;
  return definition
    ? allStates(definition).flatMap(({ name, state }) => toBeFilled(state).map((each) => `${each} of "${name}"`))
    : [];
}

/** Every format that the workflow on screen can be written as. */
export function ExportDialog() {
  const others = othersOpen().length;
  const open = unfilled();
  const [withOpen, setWithOpen] = useState(false);
  return (
    <Dialog
      title="Export"
      text="Writes a copy; the workflow stays what and where it is."
      onClose={() => showOverlay(null)}
    >
      {others === 0 ? null : (
        <label className="export-list__along">
          <input type="checkbox" checked={withOpen} onChange={({ target }) => setWithOpen(target.checked)} />
          Put the {others === 1 ? 'other open workflow' : `${String(others)} other open workflows`} into the same stack
        </label>
      )}
      {open.length === 0 ? null : (
        <p className="note" role="status">
          {open.length === 1 ? 'One value of a new task is' : `${String(open.length)} values of new tasks are`} still to
          be filled: {open.join(', ')}.
        </p>
      )}
      <ul className="export-list">
        {windowExporters.map((exporter, index) => (
          <li key={exporter.id}>
            <button
              type="button"
              className="export-list__item"
              autoFocus={index === 0}
              onClick={() => {
                showOverlay(null);
                void exportAs(exporter, withOpen);
              }}
            >
              <strong>{exporter.label}</strong>
              <span>{exporter.description}</span>
              <span className="kbd">.{exporter.extension}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
