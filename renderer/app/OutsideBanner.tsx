import { FileWarning } from 'lucide-react';
import type { Session } from '../editor/session';
import { Button } from '../ui/controls';
import { overrideOutside, saveAs, takeOutside } from './files';

/** Says that another program changed or deleted the file, and leaves the choice. */
export function OutsideBanner({ session }: { session: Session }) {
  const { outside } = session;
  if (!outside) return null;
  const gone = outside.text === null;
  return (
    <div className="banner" role="alert">
      <FileWarning size={16} aria-hidden />
      <span className="banner__text">
        {gone ? `${session.name} was deleted by another program.` : `${session.name} was changed by another program.`}
      </span>
      {gone ? (
        <Button small onClick={() => void saveAs(session)}>
          Save as…
        </Button>
      ) : (
        <Button small look="primary" onClick={() => takeOutside(session)}>
          Reload
        </Button>
      )}
      <Button small onClick={() => overrideOutside(session)}>
        Keep mine
      </Button>
    </div>
  );
}
