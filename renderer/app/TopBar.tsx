import { Command, Download, Play, Redo2, Save, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type CommandId, type MenuName, commands } from '#shared/protocol/index';
import { redoLabel, undoLabel } from '#shared/workflow/index';
import { isUnsaved, type Session } from '../editor/session';
import { useApp, showView } from '../editor/store';
import { useActiveSession } from '../editor/useActive';
import { Button, IconButton, Segmented } from '../ui/controls';
import { canRun, isChecked, runCommand, useCanRun } from '../editor/commands';
import { CommandLabel } from '../editor/CommandLabel';
import { shortcutOf } from '../editor/shortcuts';
import { Logo } from './Logo';
import { Tabs } from './Tabs';

const menus: readonly MenuName[] = ['File', 'Edit', 'View', 'Arrange', 'Run', 'Help'];

export function TopBar() {
  const session = useActiveSession();
  const canStart = useCanRun('run.start');
  return (
    <header className="top-bar" data-part="bar">
      <MainMenu />
      <Tabs />
      <div className="top-bar__tools" role="toolbar" aria-label="Document">
        {session ? <FileButtons session={session} /> : null}
        <UndoButtons session={session} />
        {session ? (
          <Button
            small
            look="primary"
            className="top-bar__run"
            disabled={!canStart}
            onClick={() => runCommand('run.start')}
          >
            <Play size={13} aria-hidden /> Run
          </Button>
        ) : null}
        {session ? <ViewSwitch /> : null}
        <IconButton
          label="Command palette"
          shortcut={shortcutOf('view.commandPalette')}
          onClick={() => runCommand('view.commandPalette')}
        >
          <Command size={15} />
        </IconButton>
      </div>
    </header>
  );
}

/** All commands from the window itself: browsers have no native menu, and some desktops hide it. */
function MainMenu() {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="top-bar__logo" aria-label="Menu">
          <Logo size={22} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          {menus.map((menu) => (
            <DropdownMenu.Sub key={menu}>
              <DropdownMenu.SubTrigger className="menu__item">{menu}</DropdownMenu.SubTrigger>
              <DropdownMenu.Portal>
                <DropdownMenu.SubContent className="menu" sideOffset={4}>
                  {commandsOf(menu).map((id) => (
                    <MenuItem key={id} id={id} />
                  ))}
                </DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function commandsOf(menu: MenuName): CommandId[] {
  return (Object.keys(commands) as CommandId[]).filter((id) => commands[id].menu === menu);
}

function MenuItem({ id }: { id: CommandId }) {
  return (
    <>
      {commands[id].divide ? <DropdownMenu.Separator className="menu__separator" /> : null}
      <DropdownMenu.Item
        className="menu__item"
        disabled={!canRun(id)}
        aria-checked={isChecked(id) || undefined}
        onSelect={() => runCommand(id)}
      >
        <CommandLabel id={id} />
      </DropdownMenu.Item>
    </>
  );
}

function FileButtons({ session }: { session: Session }) {
  const unsaved = isUnsaved(session);
  return (
    <>
      <IconButton
        label={unsaved ? 'Save' : 'Save: nothing has changed'}
        shortcut={shortcutOf('file.save')}
        disabled={!unsaved}
        onClick={() => runCommand('file.save')}
      >
        <Save size={15} />
      </IconButton>
      <IconButton
        label="Export"
        shortcut={shortcutOf('file.export')}
        disabled={!canRun('file.export')}
        onClick={() => runCommand('file.export')}
      >
        <Download size={15} />
      </IconButton>
    </>
  );
}

function UndoButtons({ session }: { session: Session | null }) {
  if (!session) return null;
  const { undo } = session;
  const back = undoLabel(undo);
  const forth = redoLabel(undo);
  return (
    <>
      <IconButton
        label={back === null ? 'Nothing to undo' : `Undo: ${back}`}
        shortcut={shortcutOf('edit.undo')}
        disabled={back === null}
        onClick={() => runCommand('edit.undo')}
        data-testid="undo"
      >
        <Undo2 size={15} />
      </IconButton>
      <IconButton
        label={forth === null ? 'Nothing to redo' : `Redo: ${forth}`}
        shortcut={shortcutOf('edit.redo')}
        disabled={forth === null}
        onClick={() => runCommand('edit.redo')}
        data-testid="redo"
      >
        <Redo2 size={15} />
      </IconButton>
    </>
  );
}

function ViewSwitch() {
  const view = useApp((state) => state.view);
  return (
    <Segmented
      label="View"
      value={view}
      onChange={showView}
      options={[
        { value: 'canvas', label: 'Canvas' },
        { value: 'split', label: 'Split' },
        { value: 'code', label: 'Code' },
      ]}
    />
  );
}
