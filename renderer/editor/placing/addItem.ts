import type { JsonObject } from '#shared/base/index';
import type { PatternFragment } from '#shared/patterns/index';
import {
  type ScopePath,
  type StatePath,
  type TransitionRef,
  type WorkflowDocument,
  childScopes,
  hasNext,
  hasRules,
  isEnd,
  queryLanguageOf,
  scopeOf,
  stateAt,
  statesIn,
} from '#shared/workflow/index';
import { addState } from '#shared/workflow/edits/addState';
import { addBranch } from '#shared/workflow/edits/branches';
import { connect } from '#shared/workflow/edits/connect';
import { insertFragment } from '#shared/workflow/edits/insertFragment';
import { insertOnTransition } from '#shared/workflow/edits/insertOnTransition';
import { applyChange, applyEdit } from '../editing';
import { documentOf } from '../session';
import { activeSession } from '../store';
import { canvasView } from '../canvasView';
import { reveal } from '../reveal';
import { withOwnPlace } from '../settings';
import type { PaletteItem } from './items';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a new state goes. */
export type Place =
  | { readonly kind: 'transition'; readonly ref: TransitionRef }
  | { readonly kind: 'after'; readonly state: StatePath; readonly position?: Point }
  | { readonly kind: 'scope'; readonly scope: ScopePath; readonly position?: Point }
  /** In a new branch of a Parallel. */
  | { readonly kind: 'branch'; readonly state: StatePath }
  /** At the end of a new rule or catcher of a state. */
  | {
      readonly kind: 'wire';
      readonly from: StatePath;
      readonly as?: 'choice' | 'default' | 'catch';
      readonly position?: Point;
    };

/** Adds an item as one undoable act, selects the new state and leaves the keyboard on the canvas. */
export function addItem(item: PaletteItem, place: Place): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  if (apply(item, place, document)) canvasView()?.focus();
}

function apply(item: PaletteItem, place: Place, document: WorkflowDocument): boolean {
  const made = item.make(languageIn(document, scopeOfPlace(place)));
  return made.kind === 'state'
    ? addOne(item.label, withOwnPlace(made.state), place, document)
    : addBlock(item.label, withOwnFragment(made.fragment), place, document);
}

function withOwnFragment(fragment: PatternFragment): PatternFragment {
  return { ...fragment, States: withOwnPlace(fragment.States) };
}

function scopeOfPlace(place: Place): ScopePath {
  switch (place.kind) {
    case 'transition':
      return place.ref.scope;
    case 'after':
      return scopeOf(place.state);
    case 'scope':
      return place.scope;
    case 'branch':
      return place.state as string as ScopePath;
    case 'wire':
      return scopeOf(place.from);
  }
}

function addOne(name: string, state: JsonObject, place: Place, document: WorkflowDocument): boolean {
  const scope = scopeOfPlace(place);
  switch (place.kind) {
    case 'transition':
      return applyEdit(insertOnTransition, { ref: place.ref, name, state });
    case 'after':
      return applyEdit(addState, { scope, name, state, after: place.state, ...at(place.position) });
    case 'scope':
      return applyEdit(addState, { scope, name, state, ...at(place.position) });
    case 'branch':
      return inNewBranch(`Add ${name}`, place.state, document, (current, branch) =>
        addState.apply(current, { scope: branch, name, state }),
      );
    case 'wire': {
      const from = stateAt(document.definition, place.from);
      if (!(from && hasRules(from)) && place.as === undefined) {
        return addOne(name, state, { kind: 'after', state: place.from, ...at(place.position) }, document);
      }
      return applyChange(`Add ${name}`, (current) => {
        const added = addState.apply(current, { scope, name, state, ...at(place.position) });
        return connectedTo(added, place);
      });
    }
  }
}

function addBlock(title: string, fragment: PatternFragment, place: Place, document: WorkflowDocument): boolean {
  const { samples, ...states } = fragment;
  const block = { title, fragment: states, ...(samples ? { samples } : {}) };
  switch (place.kind) {
    case 'transition':
      return applyEdit(insertFragment, { ...block, place });
    case 'after':
    case 'scope':
      return applyEdit(insertFragment, { ...block, place, ...at(place.position) });
    case 'branch':
      return inNewBranch(`Insert ${title}`, place.state, document, (current, scope) =>
        insertFragment.apply(current, { ...block, place: { kind: 'scope', scope } }),
      );
    case 'wire': {
      const from = stateAt(document.definition, place.from);
      if (!(from && hasRules(from)) && place.as === undefined) {
        return addBlock(title, fragment, { kind: 'after', state: place.from, ...at(place.position) }, document);
      }
      return applyChange(`Insert ${title}`, (current) => {
        const scope = scopeOf(place.from);
        const added = insertFragment.apply(current, {
          ...block,
          place: { kind: 'scope', scope },
          ...at(place.position),
        });
        return connectedTo(added, place);
      });
    }
  }
}

/** Adds a branch and what stands in it, as one act. */
function inNewBranch(
  label: string,
  parallel: StatePath,
  { definition }: WorkflowDocument,
  add: (document: WorkflowDocument, branch: ScopePath) => ReturnType<typeof addState.apply>,
): boolean {
  const branch = `${parallel}/Branches/${childScopes(definition, parallel).length}` as ScopePath;
  return applyChange(label, (current) => {
    const added = addBranch.apply(current, { state: parallel });
    return added.ok ? add(added.value.document, branch) : added;
  });
}

const at = (position: Point | undefined) => (position ? { position } : {});

/** What was added, with a rule or catcher of the wire's state leading to its first state. */
function connectedTo(
  added: ReturnType<typeof addState.apply>,
  place: Extract<Place, { kind: 'wire' }>,
): ReturnType<typeof addState.apply> {
  if (!added.ok) return added;
  const [to] = added.value.select;
  if (to === undefined) return added;
  const args = { from: place.from, to, ...(place.as ? { as: place.as } : {}) };
  const connected = connect.apply(added.value.document, args);
  return connected.ok
    ? { ok: true, value: { document: connected.value.document, select: added.value.select } }
    : connected;
}

/** The query language of new states in a scope: that of the container or of the machine. */
function languageIn(document: WorkflowDocument, scope: ScopePath) {
  return queryLanguageOf(document.definition, scope);
}

/**
 * Where an item goes that is added without a pointer: after the selected state, else after the only state that ends
 * the scope on screen, else beside what is there.
 */
export function placeWithoutPointer(): Place | null {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return null;
  const [selected] = session.selection.states;
  const state = selected === undefined ? undefined : stateAt(document.definition, selected);
  if (selected !== undefined && state) {
    if (hasRules(state)) return { kind: 'wire', from: selected };
    return hasNext(state) ? { kind: 'after', state: selected } : { kind: 'scope', scope: scopeOf(selected) };
  }
  const ends = statesIn(document.definition, session.focus).filter(
    (entry) => isEnd(entry.state) && hasNext(entry.state),
  );
  const [only] = ends;
  if (only && ends.length === 1) return { kind: 'after', state: only.path };
  return { kind: 'scope', scope: session.focus };
}

/** Adds an item by keyboard or double-click, and brings it into view. */
export function addItemHere(item: PaletteItem): void {
  const place = placeWithoutPointer();
  if (!place) return;
  addItem(item, place);
  const session = activeSession();
  if (session) reveal(session.selection.states);
}
