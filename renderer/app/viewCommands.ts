import { canvasView } from '../editor/canvasView';
import type { CommandAction, CommandActions } from '../editor/commands';
import { activeDocument } from '../editor/editing';
import { reveal } from '../editor/reveal';
import {
  activeSession,
  getState,
  setTheme,
  showDock,
  showInspector,
  showMachineTab,
  showOverlay,
  showPalette,
  showSidebar,
  showView,
  type Dock,
  type Sidebar,
  type Theme,
  type View,
} from '../editor/store';
import { goToPart } from './parts';
import { selectedStates } from './selectedStates';

const hasTab = () => activeSession() !== null;
const hasDocument = () => activeDocument() !== null;
const hasCanvas = () => canvasView() !== null;

export const viewCommands: CommandActions<
  | 'view.commandPalette'
  | 'view.canvas'
  | 'view.split'
  | 'view.code'
  | 'view.togglePalette'
  | 'view.outline'
  | 'view.toggleInspector'
  | 'view.toggleProblems'
  | 'view.access'
  | 'view.triggers'
  | 'view.toggleRun'
  | 'view.fit'
  | 'view.zoomReset'
  | 'view.zoomSelection'
  | 'view.zoomIn'
  | 'view.zoomOut'
  | 'view.nextPart'
  | 'view.previousPart'
  | 'view.themeSystem'
  | 'view.themeLight'
  | 'view.themeDark'
  | 'help.shortcuts'
> = {
  'view.commandPalette': { run: () => showOverlay('commands') },
  'view.canvas': view('canvas'),
  'view.split': view('split'),
  'view.code': view('code'),
  'view.togglePalette': sidebar('palette'),
  'view.outline': sidebar('outline'),
  'view.toggleInspector': {
    run: () => showInspector(!getState().inspectorOpen),
    checked: () => getState().inspectorOpen,
  },
  'view.toggleProblems': dock('problems'),
  'view.access': dock('access'),
  'view.triggers': { run: () => showMachineTab('triggers'), enabled: hasDocument },
  'view.toggleRun': dock('run'),
  'view.fit': { run: () => canvasView()?.fit(), enabled: hasCanvas },
  'view.zoomReset': { run: () => canvasView()?.zoom('reset'), enabled: hasCanvas },
  'view.zoomSelection': { run: () => reveal(selectedStates()), enabled: () => selectedStates().length > 0 },
  'view.zoomIn': { run: () => canvasView()?.zoom('in'), enabled: hasCanvas },
  'view.zoomOut': { run: () => canvasView()?.zoom('out'), enabled: hasCanvas },
  'view.nextPart': { run: () => goToPart(1) },
  'view.previousPart': { run: () => goToPart(-1) },
  'view.themeSystem': theme('system'),
  'view.themeLight': theme('light'),
  'view.themeDark': theme('dark'),
  'help.shortcuts': { run: () => showOverlay('shortcuts') },
};

function view(name: View): CommandAction {
  return { run: () => showView(name), enabled: hasTab, checked: () => getState().view === name };
}

/** Shows one side of the panel on the left, or closes the panel where it is shown. */
function sidebar(name: Sidebar): CommandAction {
  const shown = () => getState().paletteOpen && getState().sidebar === name;
  return { run: () => (shown() ? showPalette(false) : showSidebar(name)), checked: shown };
}

function dock(name: Dock): CommandAction {
  return {
    run: () => showDock(getState().dock === name ? null : name),
    enabled: hasTab,
    checked: () => getState().dock === name,
  };
}

function theme(name: Theme): CommandAction {
  return { run: () => setTheme(name), checked: () => getState().theme === name };
}
