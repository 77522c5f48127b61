import './sidePanel.css';
import { later } from '../ui/later';
import { Palette } from '../features/palette/Palette';
import { documentOf, type Session } from '../editor/session';
import { showSidebar, useApp, type Sidebar } from '../editor/store';

const Outline = later(async () => (await import('../features/outline/Outline')).Outline);

const sides: readonly { readonly id: Sidebar; readonly label: string }[] = [
  { id: 'palette', label: 'Add' },
  { id: 'outline', label: 'Outline' },
];

/** The panel on the left: what can be added, or the states there are. */
export function SidePanel({ session }: { session: Session }) {
  const sidebar = useApp((state) => state.sidebar);
  const document = documentOf(session);
  return (
    <div className="side-panel" data-part="side">
      <div className="side-panel__tabs" role="tablist" aria-label="Panel on the left">
        {sides.map(({ id, label }) => (
          <button key={id} type="button" role="tab" aria-selected={id === sidebar} onClick={() => showSidebar(id)}>
            {label}
          </button>
        ))}
      </div>
      {sidebar === 'palette' ? (
        <Palette />
      ) : document ? (
        <Outline key={session.id} session={session} document={document} />
      ) : (
        <p className="empty">The states are shown once the text can be read.</p>
      )}
    </div>
  );
}
