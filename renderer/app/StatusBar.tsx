import { CircleAlert, CircleCheck, Monitor, Moon, Sun, TriangleAlert } from 'lucide-react';
import { allStates, queryLanguageOf, rootScope } from '#shared/workflow/index';
import { useProblems } from '../editor/diagnostics/useProblems';
import { brokenOf, documentOf, isUnsaved, type Session } from '../editor/session';
import { useApp, setTheme } from '../editor/store';
import { IconButton } from '../ui/controls';
import { runCommand } from '../editor/commands';

const themes = {
  system: ['light', Monitor, 'Theme: system'],
  light: ['dark', Sun, 'Theme: light'],
  dark: ['system', Moon, 'Theme: dark'],
} as const;

export function StatusBar({ session }: { session: Session | null }) {
  const theme = useApp((state) => state.theme);
  const [next, Icon, label] = themes[theme];
  return (
    <footer className="status-bar" data-part="status">
      {session ? (
        <DocumentFacts session={session} />
      ) : (
        <span>Design, export and watch AWS Step Functions on your own machine</span>
      )}
      <span className="status-bar__space" />
      <IconButton small label={label} onClick={() => setTheme(next)}>
        <Icon size={13} />
      </IconButton>
    </footer>
  );
}

function DocumentFacts({ session }: { session: Session }) {
  const document = documentOf(session);
  if (!document) {
    return (
      <>
        <Problems session={session} />
        <span>{session.format.toUpperCase()} · the text cannot be read yet</span>
      </>
    );
  }
  const states = allStates(document.definition).length;
  return (
    <>
      <Problems session={session} />
      <span>
        {states} {states === 1 ? 'state' : 'states'}
      </span>
      <span>{queryLanguageOf(document.definition, rootScope)}</span>
      <span>{session.format.toUpperCase()}</span>
      {session.inside ? (
        <span>
          {session.inside.id} in a {session.inside.kind}
        </span>
      ) : null}
      <span>{isUnsaved(session) ? 'Not saved, kept for recovery' : session.saved ? 'Saved' : 'Not changed'}</span>
    </>
  );
}

/** How many problems there are; text that cannot be read is one. */
function Problems({ session }: { session: Session }) {
  const problems = useProblems();
  const broken = brokenOf(session);
  const unread = broken ? 1 : 0;
  const errors = (problems?.filter((problem) => problem.severity === 'error').length ?? 0) + unread;
  const warnings = (problems?.length ?? 0) + unread - errors;
  return (
    <button
      type="button"
      className="status-bar__item"
      onClick={() => runCommand('view.toggleProblems')}
      title="Problems"
    >
      {problems === null && !broken ? (
        'Checking…'
      ) : errors + warnings === 0 ? (
        <>
          <CircleCheck size={13} className="is-good" aria-hidden /> No problems
        </>
      ) : (
        <>
          <CircleAlert size={13} className={errors > 0 ? 'is-error' : ''} aria-hidden /> {errors}
          <TriangleAlert size={13} className={warnings > 0 ? 'is-warning' : ''} aria-hidden /> {warnings}
          <span className="visually-hidden">problems</span>
        </>
      )}
      {broken ? <span>the text cannot be read</span> : null}
    </button>
  );
}
