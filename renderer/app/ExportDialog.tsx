import { showOverlay } from '../editor/store';
import { Dialog } from '../ui/controls';
import { exportAs, windowExporters } from './exportAs';

/** Every format that the workflow on screen can be written as. */
export function ExportDialog() {
  return (
    <Dialog
      title="Export"
      text="Writes a copy; the workflow stays what and where it is."
      onClose={() => showOverlay(null)}
    >
      <ul className="export-list">
        {windowExporters.map((exporter, index) => (
          <li key={exporter.id}>
            <button
              type="button"
              className="export-list__item"
              autoFocus={index === 0}
              onClick={() => {
                showOverlay(null);
                void exportAs(exporter);
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
