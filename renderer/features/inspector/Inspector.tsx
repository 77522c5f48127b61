import { documentOf, type Session } from '../../editor/session';
import { stateAt } from '#shared/workflow/index';
import { EdgeInspector } from './EdgeInspector';
import './inspector.css';
import { MachineInspector } from './MachineInspector';
import { ManyInspector } from './ManyInspector';
import { StateInspector } from './StateInspector';

/** What is selected, as forms: a state, several, a transition, else the machine itself. */
export function Inspector({ session }: { session: Session }) {
  const document = documentOf(session);
  const { states, edge } = session.selection;
  const there = document ? states.filter((path) => stateAt(document.definition, path)) : [];
  const [only] = there;
  return (
    <aside className="inspector" aria-label="Inspector" data-undo="document" data-part="inspector">
      {!document ? (
        <div className="empty">
          <strong>The text cannot be read yet</strong>
          Repair it in the code view; the forms come back as soon as it parses.
        </div>
      ) : there.length === 1 && only !== undefined ? (
        <StateInspector key={only} document={document} path={only} />
      ) : there.length > 1 ? (
        <ManyInspector states={there} />
      ) : edge !== null ? (
        <EdgeInspector document={document} edge={edge} />
      ) : (
        <MachineInspector document={document} />
      )}
    </aside>
  );
}
