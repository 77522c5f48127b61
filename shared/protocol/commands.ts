export type MenuName = 'File' | 'Edit' | 'View' | 'Arrange' | 'Run' | 'Help';

export interface Command {
  readonly label: string;
  readonly menu: MenuName;
  /** Electron's notation; `CmdOrCtrl` is Command on macOS and Control elsewhere. */
  readonly keys?: string;
  /** It switches something on and off, or chooses one of several. */
  readonly switches?: true;
  /** A line is drawn before it in the menu. */
  readonly divide?: true;
}

/** Every command: the menu, the shortcuts, the command palette and the list of shortcuts read it. */
const table = {
  'file.new': { label: 'New workflow', menu: 'File', keys: 'CmdOrCtrl+N' },
  'file.open': { label: 'Open…', menu: 'File', keys: 'CmdOrCtrl+O' },
  'help.examples': { label: 'Examples and recent files', menu: 'File', keys: 'CmdOrCtrl+Shift+O' },
  'file.save': { label: 'Save', menu: 'File', keys: 'CmdOrCtrl+S', divide: true },
  'file.saveAs': { label: 'Save as…', menu: 'File', keys: 'CmdOrCtrl+Shift+S' },
  'file.export': { label: 'Export…', menu: 'File', keys: 'CmdOrCtrl+E', divide: true },
  'file.copyAsl': { label: 'Copy ASL', menu: 'File' },
  'file.compare': { label: 'Compare with…', menu: 'File', divide: true },
  'file.settings': { label: 'Settings…', menu: 'File', keys: 'CmdOrCtrl+,', divide: true },
  'file.close': { label: 'Close tab', menu: 'File', keys: 'CmdOrCtrl+W', divide: true },
  'edit.undo': { label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  'edit.redo': { label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  'edit.duplicate': { label: 'Duplicate', menu: 'Edit', keys: 'CmdOrCtrl+D', divide: true },
  'edit.rename': { label: 'Rename', menu: 'Edit', keys: 'F2' },
  'edit.delete': { label: 'Delete', menu: 'Edit', keys: 'Delete' },
  'edit.selectAll': { label: 'Select all states', menu: 'Edit', keys: 'CmdOrCtrl+A' },
  'edit.find': { label: 'Find state…', menu: 'Edit', keys: 'CmdOrCtrl+F', divide: true },
  'view.commandPalette': { label: 'Command palette…', menu: 'View', keys: 'CmdOrCtrl+K' },
  'view.canvas': { label: 'Canvas', menu: 'View', keys: 'CmdOrCtrl+1', divide: true, switches: true },
  'view.split': { label: 'Canvas and code', menu: 'View', keys: 'CmdOrCtrl+2', switches: true },
  'view.code': { label: 'Code', menu: 'View', keys: 'CmdOrCtrl+3', switches: true },
  'view.togglePalette': { label: 'Palette', menu: 'View', keys: 'CmdOrCtrl+Alt+B', divide: true, switches: true },
  'view.outline': { label: 'Outline', menu: 'View', keys: 'CmdOrCtrl+Shift+E', switches: true },
  'view.toggleInspector': { label: 'Inspector', menu: 'View', keys: 'CmdOrCtrl+Alt+I', switches: true },
  'view.toggleProblems': { label: 'Problems', menu: 'View', keys: 'CmdOrCtrl+Shift+M', switches: true },
  'view.access': { label: 'Access (IAM)', menu: 'View', keys: 'CmdOrCtrl+Shift+I', switches: true },
  'view.triggers': { label: 'Triggers', menu: 'View' },
  'view.toggleRun': { label: 'Run panel', menu: 'View', keys: 'CmdOrCtrl+Shift+R', switches: true },
  'view.fit': { label: 'Zoom to fit', menu: 'View', keys: '1', divide: true },
  'view.zoomReset': { label: 'Zoom to 100 %', menu: 'View', keys: '0' },
  'view.zoomSelection': { label: 'Zoom to selection', menu: 'View', keys: '2' },
  'view.zoomIn': { label: 'Zoom in', menu: 'View', keys: 'CmdOrCtrl+=' },
  'view.zoomOut': { label: 'Zoom out', menu: 'View', keys: 'CmdOrCtrl+-' },
  'view.nextPart': { label: 'Next part of the window', menu: 'View', keys: 'F6', divide: true },
  'view.previousPart': { label: 'Previous part of the window', menu: 'View', keys: 'Shift+F6' },
  'view.themeSystem': { label: 'Theme of the system', menu: 'View', divide: true, switches: true },
  'view.themeLight': { label: 'Light theme', menu: 'View', switches: true },
  'view.themeDark': { label: 'Dark theme', menu: 'View', switches: true },
  'arrange.add': { label: 'Add state…', menu: 'Arrange', keys: 'Tab' },
  'arrange.layout': { label: 'Lay out again', menu: 'Arrange', keys: 'CmdOrCtrl+Shift+L' },
  'arrange.toTheRight': {
    label: 'Lay out left to right',
    menu: 'Arrange',
    keys: 'CmdOrCtrl+Shift+D',
    switches: true,
  },
  'arrange.wrapParallel': { label: 'Wrap in Parallel', menu: 'Arrange', divide: true },
  'arrange.wrapMap': { label: 'Wrap in Map', menu: 'Arrange' },
  'arrange.unwrap': { label: 'Unwrap', menu: 'Arrange' },
  'arrange.moveOut': { label: 'Move out of the container', menu: 'Arrange' },
  'arrange.setStart': { label: 'Start at this state', menu: 'Arrange' },
  'arrange.collapse': { label: 'Collapse or expand', menu: 'Arrange', divide: true },
  'arrange.alignLeft': { label: 'Align left edges', menu: 'Arrange', divide: true },
  'arrange.alignTop': { label: 'Align top edges', menu: 'Arrange' },
  'arrange.distributeAcross': { label: 'Distribute from left to right', menu: 'Arrange' },
  'arrange.distributeDown': { label: 'Distribute from top to bottom', menu: 'Arrange' },
  'run.start': { label: 'Run', menu: 'Run', keys: 'F5' },
  'run.continue': { label: 'Continue to the next stop', menu: 'Run', keys: 'F8' },
  'run.stepOver': { label: 'Step over', menu: 'Run', keys: 'F10', divide: true },
  'run.stepInto': { label: 'Step into', menu: 'Run', keys: 'F11' },
  'run.stepOut': { label: 'Step out', menu: 'Run', keys: 'Shift+F11' },
  'run.stepBack': { label: 'Step back', menu: 'Run', keys: 'Shift+F10' },
  'run.toSelected': { label: 'Run to the selected state', menu: 'Run', keys: 'CmdOrCtrl+F10' },
  'run.testState': { label: 'Test this step', menu: 'Run', divide: true },
  'run.breakpoint': { label: 'Breakpoint on or off', menu: 'Run', keys: 'F9', divide: true, switches: true },
  'help.shortcuts': { label: 'Keyboard shortcuts', menu: 'Help', keys: '?' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof table;

export const commands: Readonly<Record<CommandId, Command>> = table;

export const commandIds = Object.keys(table) as CommandId[];
