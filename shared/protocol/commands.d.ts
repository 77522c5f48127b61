export type MenuName = 'File' | 'Edit' | 'View' | 'Arrange' | 'Help';
export interface Command {
    readonly label: string;
    readonly menu: MenuName;
    /** Electron's notation; `CmdOrCtrl` is Command on macOS and Control elsewhere. */
    readonly keys?: string;
    /** A line is drawn before it in the menu. */
    readonly divide?: true;
}
/** Every command: the menu, the shortcuts, the command palette and the list of shortcuts read it. */
declare const table: {
    readonly 'file.new': {
        readonly label: "New workflow";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+N";
    };
    readonly 'file.open': {
        readonly label: "Open…";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+O";
    };
    readonly 'help.examples': {
        readonly label: "Examples and recent files";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+Shift+O";
    };
    readonly 'file.save': {
        readonly label: "Save";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+S";
        readonly divide: true;
    };
    readonly 'file.saveAs': {
        readonly label: "Save as…";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+Shift+S";
    };
    readonly 'file.exportJson': {
        readonly label: "Export ASL as JSON…";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+E";
        readonly divide: true;
    };
    readonly 'file.exportYaml': {
        readonly label: "Export ASL as YAML…";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+Shift+E";
    };
    readonly 'file.copyAsl': {
        readonly label: "Copy ASL";
        readonly menu: "File";
    };
    readonly 'file.close': {
        readonly label: "Close tab";
        readonly menu: "File";
        readonly keys: "CmdOrCtrl+W";
        readonly divide: true;
    };
    readonly 'edit.undo': {
        readonly label: "Undo";
        readonly menu: "Edit";
        readonly keys: "CmdOrCtrl+Z";
    };
    readonly 'edit.redo': {
        readonly label: "Redo";
        readonly menu: "Edit";
        readonly keys: "CmdOrCtrl+Shift+Z";
    };
    readonly 'edit.duplicate': {
        readonly label: "Duplicate";
        readonly menu: "Edit";
        readonly keys: "CmdOrCtrl+D";
        readonly divide: true;
    };
    readonly 'edit.rename': {
        readonly label: "Rename";
        readonly menu: "Edit";
        readonly keys: "F2";
    };
    readonly 'edit.delete': {
        readonly label: "Delete";
        readonly menu: "Edit";
        readonly keys: "Delete";
    };
    readonly 'edit.selectAll': {
        readonly label: "Select all states";
        readonly menu: "Edit";
        readonly keys: "CmdOrCtrl+A";
    };
    readonly 'edit.find': {
        readonly label: "Find state…";
        readonly menu: "Edit";
        readonly keys: "CmdOrCtrl+F";
        readonly divide: true;
    };
    readonly 'view.commandPalette': {
        readonly label: "Command palette…";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+K";
    };
    readonly 'view.canvas': {
        readonly label: "Canvas";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+1";
        readonly divide: true;
    };
    readonly 'view.split': {
        readonly label: "Canvas and code";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+2";
    };
    readonly 'view.code': {
        readonly label: "Code";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+3";
    };
    readonly 'view.togglePalette': {
        readonly label: "Palette";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+Alt+B";
        readonly divide: true;
    };
    readonly 'view.toggleInspector': {
        readonly label: "Inspector";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+Alt+I";
    };
    readonly 'view.toggleProblems': {
        readonly label: "Problems";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+Shift+M";
    };
    readonly 'view.fit': {
        readonly label: "Zoom to fit";
        readonly menu: "View";
        readonly keys: "1";
        readonly divide: true;
    };
    readonly 'view.zoomReset': {
        readonly label: "Zoom to 100 %";
        readonly menu: "View";
        readonly keys: "0";
    };
    readonly 'view.zoomSelection': {
        readonly label: "Zoom to selection";
        readonly menu: "View";
        readonly keys: "2";
    };
    readonly 'view.zoomIn': {
        readonly label: "Zoom in";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+=";
    };
    readonly 'view.zoomOut': {
        readonly label: "Zoom out";
        readonly menu: "View";
        readonly keys: "CmdOrCtrl+-";
    };
    readonly 'view.themeSystem': {
        readonly label: "Theme of the system";
        readonly menu: "View";
        readonly divide: true;
    };
    readonly 'view.themeLight': {
        readonly label: "Light theme";
        readonly menu: "View";
    };
    readonly 'view.themeDark': {
        readonly label: "Dark theme";
        readonly menu: "View";
    };
    readonly 'arrange.add': {
        readonly label: "Add state…";
        readonly menu: "Arrange";
        readonly keys: "Tab";
    };
    readonly 'arrange.layout': {
        readonly label: "Lay out again";
        readonly menu: "Arrange";
        readonly keys: "CmdOrCtrl+Shift+L";
    };
    readonly 'arrange.wrapParallel': {
        readonly label: "Wrap in Parallel";
        readonly menu: "Arrange";
        readonly divide: true;
    };
    readonly 'arrange.wrapMap': {
        readonly label: "Wrap in Map";
        readonly menu: "Arrange";
    };
    readonly 'arrange.moveOut': {
        readonly label: "Move out of the container";
        readonly menu: "Arrange";
    };
    readonly 'arrange.setStart': {
        readonly label: "Start at this state";
        readonly menu: "Arrange";
    };
    readonly 'arrange.collapse': {
        readonly label: "Collapse or expand";
        readonly menu: "Arrange";
        readonly divide: true;
    };
    readonly 'arrange.alignLeft': {
        readonly label: "Align left edges";
        readonly menu: "Arrange";
        readonly divide: true;
    };
    readonly 'arrange.alignTop': {
        readonly label: "Align top edges";
        readonly menu: "Arrange";
    };
    readonly 'help.shortcuts': {
        readonly label: "Keyboard shortcuts";
        readonly menu: "Help";
        readonly keys: "?";
    };
};
export type CommandId = keyof typeof table;
export declare const commands: Readonly<Record<CommandId, Command>>;
export declare const commandIds: CommandId[];
export {};
