import { distributed } from '#shared/graph/index';
import { type LayoutDirection, type StatePath, childScopes, parentState, scopeOf } from '#shared/workflow/index';
import { moveStates } from '#shared/workflow/edits/moveStates';
import { setPositions } from '#shared/workflow/edits/setPositions';
import { setStart } from '#shared/workflow/edits/setStart';
import { unwrapState } from '#shared/workflow/edits/unwrapState';
import { wrapStates } from '#shared/workflow/edits/wrapStates';
import { canvasView } from '../editor/canvasView';
import type { CommandActions } from '../editor/commands';
import { activeDocument, applyEdit, layOutAgain, toggleCollapsed } from '../editor/editing';
import { pictureIn } from '../editor/picture';
import { documentOf } from '../editor/session';
import { activeSession, showOverlay } from '../editor/store';
import { selectedStates } from './selectedStates';

const hasDocument = () => activeDocument() !== null;
const hasSelection = () => selectedStates().length > 0;
const manySelected = () => selectedStates().length > 2;
const severalSelected = () => selectedStates().length > 1;

export const arrangeCommands: CommandActions<
  | 'arrange.add'
  | 'arrange.layout'
  | 'arrange.toTheRight'
  | 'arrange.wrapParallel'
  | 'arrange.wrapMap'
  | 'arrange.unwrap'
  | 'arrange.moveOut'
  | 'arrange.setStart'
  | 'arrange.collapse'
  | 'arrange.alignLeft'
  | 'arrange.alignTop'
  | 'arrange.distributeAcross'
  | 'arrange.distributeDown'
> = {
  'arrange.add': { run: () => showOverlay('add'), enabled: hasDocument },
  'arrange.layout': { run: () => layOutAgain(), enabled: hasDocument },
  'arrange.toTheRight': {
    run: () => layOutIn(leadsRight() ? 'down' : 'right'),
    enabled: hasDocument,
    checked: leadsRight,
  },
  'arrange.wrapParallel': {
    run: () => applyEdit(wrapStates, { states: selectedStates(), in: 'Parallel' }),
    enabled: hasSelection,
  },
  'arrange.wrapMap': {
    run: () => applyEdit(wrapStates, { states: selectedStates(), in: 'Map' }),
    enabled: hasSelection,
  },
  'arrange.unwrap': {
    run: () => {
      const [state] = containersSelected();
      if (state !== undefined) applyEdit(unwrapState, { state });
    },
    enabled: () => containersSelected().length === 1,
  },
  'arrange.moveOut': { run: moveOut, enabled: () => containerOfSelection() !== null },
  'arrange.setStart': {
    run: () => {
      const [to] = selectedStates();
      if (to !== undefined) applyEdit(setStart, { scope: scopeOf(to), to });
    },
    enabled: () => selectedStates().length === 1,
  },
  'arrange.collapse': {
    run: () => containersSelected().forEach(toggleCollapsed),
    enabled: () => containersSelected().length > 0,
  },
  'arrange.alignLeft': { run: () => align('x'), enabled: severalSelected },
  'arrange.alignTop': { run: () => align('y'), enabled: severalSelected },
  'arrange.distributeAcross': { run: () => distribute('x'), enabled: manySelected },
  'arrange.distributeDown': { run: () => distribute('y'), enabled: manySelected },
};

function leadsRight(): boolean {
  return activeDocument()?.sidecar.direction === 'right';
}

function layOutIn(direction: LayoutDirection): void {
  layOutAgain(direction);
  // After the new picture has been drawn.
  requestAnimationFrame(() => canvasView()?.open());
}

/** The Map or Parallel around the selected states; null when they are not inside one. */
function containerOfSelection(): StatePath | null {
  const [first] = selectedStates();
  return first === undefined ? null : parentState(scopeOf(first));
}

function moveOut(): void {
  const container = containerOfSelection();
  if (container !== null) applyEdit(moveStates, { states: selectedStates(), scope: scopeOf(container) });
}

function containersSelected(): readonly StatePath[] {
  const document = activeDocument();
  return document ? selectedStates().filter((state) => childScopes(document.definition, state).length > 0) : [];
}

/** Gives the selected states of one scope the same space between them. */
function distribute(axis: 'x' | 'y'): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const { sizes } = pictureIn(session, document).geometry;
  const rects = new Map(
    selectedStates().flatMap((state) => {
      const [at, size] = [document.sidecar.positions[state], sizes.get(state)];
      return at && size ? [[state, { x: at.x, y: at.y, ...size }] as const] : [];
    }),
  );
  applyEdit(setPositions, { positions: Object.fromEntries(distributed(rects, axis)) });
}

/** Lines the selected states of one scope up with the first of them. */
function align(axis: 'x' | 'y'): void {
  const states = selectedStates();
  const places = activeDocument()?.sidecar.positions;
  if (!places || states.length < 2) return;
  const edge = Math.min(...states.map((state) => places[state]?.[axis] ?? Infinity));
  const positions: Record<StatePath, { x: number; y: number }> = {};
  for (const state of states) {
    const at = places[state];
    if (at) positions[state] = axis === 'x' ? { x: edge, y: at.y } : { x: at.x, y: edge };
  }
  applyEdit(setPositions, { positions });
}
