import type { WorkflowDocument } from '#shared/workflow/index';
import { documentOf, type Session } from './session';
import { activeSession, useApp } from './store';

/** The document on screen; null on the start screen. */
export function useActiveSession(): Session | null {
  return useApp(activeSession);
}

/** The workflow on screen; null where its text has never parsed. */
export function useActiveDocument(): WorkflowDocument | null {
  return useApp((state) => {
    const session = activeSession(state);
    return session && documentOf(session);
  });
}
