import type { CommandId } from '#shared/protocol/commands';
import { deleteStates } from '#shared/workflow/edits/deleteStates';
import { disconnect } from '#shared/workflow/edits/disconnect';
import { duplicateStates } from '#shared/workflow/edits/duplicateStates';
import { moveStates } from '#shared/workflow/edits/moveStates';
import { setPositions } from '#shared/workflow/edits/setPositions';
import { setStart } from '#shared/workflow/edits/setStart';
import { wrapStates } from '#shared/workflow/edits/wrapStates';
import { parentState, scopeOf, type StatePath } from '#shared/workflow/paths';
import { allScopes, childScopes, statesIn } from '#shared/workflow/scopes';
import { transitionsIn } from '#shared/workflow/transitions';
import { edgeId } from '#shared/graph/index';
import { fitCanvas, showStates, zoomCanvas } from '../features/canvas/viewport';
import { showTriggers } from '../editor/showTriggers';
import { applyEdit, layOutAgain, redo, select, toggleCollapsed, undo } from '../editor/editing';
import { startRun, steps, toggleBreakpointHere } from '../features/runs/running';
import { documentOf } from '../editor/session';
import { activeSession, getState, say, setState } from '../editor/store';
import { close, copyAsl, exportAs, openByDialog, save, saveAs, showStart } from './files';
import { openNew } from '../editor/sessions';
import { setTheme } from './theme';

/** What each command does. Where it needs a selection it does nothing without one. */
const actions: Record<CommandId, () => void> = {
  'file.new': () => void openNew(),
  'file.open': () => void openByDialog(),
  'help.examples': showStart,
  'file.save': () => void save(),
  'file.saveAs': () => void saveAs(),
  'file.exportJson': () => void exportAs('json'),
  'file.exportYaml': () => void exportAs('yaml'),
  'file.copyAsl': () => void copyAsl(),
  'file.close': () => void close(),
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.duplicate': () => withSelection((states) => applyEdit(duplicateStates, { states })),
  'edit.rename': () => withSelection(([first]) => first !== undefined && setState({ renaming: first })),
  'edit.delete': deleteSelection,
  'edit.selectAll': selectAll,
  'edit.find': () => setState({ overlay: 'find' }),
  'view.commandPalette': () => setState({ overlay: 'commands' }),
  'view.canvas': () => setState({ view: 'canvas' }),
  'view.split': () => setState({ view: 'split' }),
  'view.code': () => setState({ view: 'code' }),
  'view.togglePalette': () => togglePanel('palette'),
  'view.toggleInspector': () => togglePanel('inspector'),
  'view.access': () => toggleDock('access'),
  'view.triggers': showTriggers,
  'view.toggleProblems': () => toggleDock('problems'),
  'view.toggleRun': () => toggleDock('run'),
  'view.fit': fitCanvas,
  'view.zoomReset': () => zoomCanvas('reset'),
  'view.zoomSelection': () => withSelection(showStates),
  'view.zoomIn': () => zoomCanvas('in'),
  'view.zoomOut': () => zoomCanvas('out'),
  'view.themeSystem': () => setTheme('system'),
  'view.themeLight': () => setTheme('light'),
  'view.themeDark': () => setTheme('dark'),
  'arrange.add': () => setState({ overlay: 'add' }),
  'arrange.layout': layOutAgain,
  'arrange.wrapParallel': () => withSelection((states) => applyEdit(wrapStates, { states, in: 'Parallel' })),
  'arrange.wrapMap': () => withSelection((states) => applyEdit(wrapStates, { states, in: 'Map' })),
  'arrange.moveOut': moveOut,
  'arrange.setStart': () =>
    withSelection(([to]) => to !== undefined && applyEdit(setStart, { scope: scopeOf(to), to })),
  'arrange.collapse': () => withSelection((states) => states.forEach(collapse)),
  'arrange.alignLeft': () => align('x'),
  'arrange.alignTop': () => align('y'),
  'run.start': () => void startRun(),
  'run.continue': steps.on,
  'run.stepOver': steps.over,
  'run.stepInto': steps.into,
  'run.stepOut': steps.out,
  'run.stepBack': steps.back,
  'run.toSelected': steps.toSelected,
  'run.breakpoint': toggleBreakpointHere,
  'help.shortcuts': () => setState({ overlay: 'shortcuts' }),
};

export function runCommand(id: CommandId): void {
  actions[id]();
}

function withSelection(action: (states: readonly StatePath[]) => unknown): void {
  const states = activeSession()?.selection.states ?? [];
  if (states.length > 0) action(states);
  else say('problem', 'Select a state first.');
}

function deleteSelection(): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const { states, edge } = session.selection;
  if (states.length > 0) {
    applyEdit(deleteStates, { states });
    return;
  }
  if (edge === null) return;
  const all = allScopes(document.definition).flatMap((scope) => transitionsIn(document.definition, scope));
  const transition = all.find(({ ref }) => edgeId(ref) === edge);
  if (transition) applyEdit(disconnect, { ref: transition.ref });
}

function selectAll(): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (session && document) select(statesIn(document.definition, session.focus).map((entry) => entry.path));
}

function moveOut(): void {
  withSelection((states) => {
    const [first] = states;
    const container = first === undefined ? null : parentState(scopeOf(first));
    if (container === null) say('problem', 'These states are not inside a Map or Parallel.');
    else applyEdit(moveStates, { states, scope: scopeOf(container) });
  });
}

function collapse(state: StatePath): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (document && childScopes(document.definition, state).length > 0) toggleCollapsed(state);
}

/** Lines the selected states of one scope up with the first of them. */
function align(axis: 'x' | 'y'): void {
  withSelection((states) => {
    const session = activeSession();
    const document = session && documentOf(session);
    const places = document?.sidecar.positions;
    if (!places || states.length < 2) return;
    const edge = Math.min(...states.map((state) => places[state]?.[axis] ?? Infinity));
    const positions: Record<StatePath, { x: number; y: number }> = {};
    for (const state of states) {
      const at = places[state];
      if (at) positions[state] = axis === 'x' ? { x: edge, y: at.y } : { x: at.x, y: edge };
    }
    applyEdit(setPositions, { positions });
  });
}

function toggleDock(panel: 'problems' | 'run' | 'access'): void {
  setState((state) => ({ dock: state.dock === panel ? null : panel }));
}

function togglePanel(panel: 'palette' | 'inspector'): void {
  const key = panel === 'palette' ? 'paletteOpen' : 'inspectorOpen';
  const open = !getState()[key];
  localStorage.setItem(panel, open ? 'open' : 'closed');
  setState(panel === 'palette' ? { paletteOpen: open } : { inspectorOpen: open });
}
