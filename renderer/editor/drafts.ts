import { type JsonPath } from '#shared/base/index';
import { draftAt, fromJsonPath, type Draft } from '#shared/workflow/index';
import { setDraft } from '#shared/workflow/edits/setDraft';
import { applyEdit } from './editing';
import { documentOf, type Session } from './session';
import { activeSession, useApp } from './store';

const none: readonly Draft[] = [];

/** What is typed into fields of a document and is not valid yet. */
export function draftsOf(session: Session | null): readonly Draft[] {
  return (session && documentOf(session)?.sidecar.drafts) ?? none;
}

/** The drafts of the document on screen. */
export function useDrafts(): readonly Draft[] {
  return useApp((state) => draftsOf(activeSession(state)));
}

/** What is typed into the field of a place and is not valid yet. */
export function useDraft(at: JsonPath): Draft | null {
  return useApp((state) => draftAt(draftsOf(activeSession(state)), at));
}

/** Keeps what is typed into a field; with the values that come before and after it, it is one entry in Undo. */
export function keepDraft(at: JsonPath, draft: { readonly text: string; readonly problem: string }): void {
  applyEdit(setDraft, { at, draft }, { mergeKey: fromJsonPath(at) });
}

/** Lets the value of the document stand again. */
export function discardDraft(at: JsonPath): void {
  applyEdit(setDraft, { at, draft: null }, { mergeKey: `discard ${fromJsonPath(at)}` });
}
