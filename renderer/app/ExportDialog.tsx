import { useState } from 'react';
import { showOverlay } from '../editor/store';
import { Dialog } from '../ui/controls';
import { exportAs, othersOpen, windowExporters } from './exportAs';

/** Every format that the workflow on screen can be written as. */
export function ExportDialog() {
  const others = othersOpen().length;
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
