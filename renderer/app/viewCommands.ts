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
  showView,
  type Dock,
  type Theme,
  type View,
} from '../editor/store';
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
  | 'view.themeSystem'
  | 'view.themeLight'
  | 'view.themeDark'
  | 'help.shortcuts'
> = {
  'view.commandPalette': { run: () => showOverlay('commands') },
  'view.canvas': view('canvas'),
  'view.split': view('split'),
  'view.code': view('code'),
  'view.togglePalette': {
    run: () => showPalette(!getState().paletteOpen),
    checked: () => getState().paletteOpen,
  },
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
  'view.themeSystem': theme('system'),
  'view.themeLight': theme('light'),
  'view.themeDark': theme('dark'),
  'help.shortcuts': { run: () => showOverlay('shortcuts') },
};

function view(name: View): CommandAction {
  return { run: () => showView(name), enabled: hasTab, checked: () => getState().view === name };
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
