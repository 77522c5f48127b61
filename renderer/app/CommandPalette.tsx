import { Command } from 'cmdk';
import { type ReactNode, useMemo, useState } from 'react';
import { type CommandId, commands } from '#shared/protocol/index';
import { summarizeState } from '#shared/states/index';
import { type WorkflowDocument, allStates } from '#shared/workflow/index';
import { canRun, runCommand } from '../editor/commands';
import { addItemHere } from '../editor/placing/addItem';
import { paletteItems, rankedValueOf, searchWords } from '../editor/placing/items';
import { best, rankedValue, type Ranked } from '../editor/placing/rank';
import { reveal } from '../editor/reveal';
import { shortcutOf } from '../editor/shortcuts';
import { showOverlay } from '../editor/store';
import { useActiveDocument } from '../editor/useActive';
import { IconTile } from '../ui/icons';
import { exportAs, windowExporters } from './exportAs';

const placeholders = {
  commands: 'Find a command, state or action…',
  add: 'Add a state or action…',
  find: 'Find a state…',
} as const;

/** A longer list takes too long to show; nobody reads so far. */
const most = 100;

interface Entry extends Ranked {
  readonly group: 'Commands' | 'States' | 'Add';
  readonly disabled?: boolean;
  readonly body: ReactNode;
  run(): void;
}

/**
 * Finds any command, state or action. `add` and `find` show actions or states alone. The group of what answers best comes
 * first, so that Enter takes it.
 */
export function CommandPalette({ mode }: { mode: 'commands' | 'add' | 'find' }) {
  const document = useActiveDocument();
  const [search, setSearch] = useState('');
  const entries = useMemo(() => {
    const states = mode === 'add' || !document ? [] : stateEntries(document);
    const actions = mode === 'find' || !document ? [] : actionEntries();
    return [...(mode === 'commands' ? commandEntries() : []), ...states, ...actions];
  }, [mode, document]);
  const found = useMemo(() => best(entries, search).slice(0, most), [entries, search]);
  const groups = [...new Set(found.map(({ group }) => group))];
  const run = (entry: Entry) => {
    showOverlay(null);
    // After the dialog has given the focus back.
    setTimeout(() => entry.run());
  };
  return (
    <Command.Dialog
      shouldFilter={false}
      open
      onOpenChange={(open) => !open && showOverlay(null)}
      label={placeholders[mode]}
      loop
      className="command-palette"
      overlayClassName="dialog__overlay"
      contentClassName="command-palette__frame"
    >
      <Command.Input
        className="command-palette__input"
        placeholder={placeholders[mode]}
        value={search}
        onValueChange={setSearch}
      />
      <Command.List className="command-palette__list">
        <Command.Empty className="empty">Nothing of that name.</Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group} heading={group}>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Command.Item
                  key={entry.value}
                  value={entry.value}
                  className="menu__item"
                  disabled={entry.disabled === true}
                  onSelect={() => run(entry)}
                >
                  {entry.body}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}

function stateEntries(document: WorkflowDocument): Entry[] {
  return allStates(document.definition).map(({ name, path, state }) => {
    const { icon, action } = summarizeState(state);
    return {
      group: 'States',
      value: rankedValue('state', path),
      words: [name],
      body: (
        <>
          <IconTile name={icon} size={20} />
          {name}
          <span className="command-palette__detail">{action}</span>
        </>
      ),
      run: () => reveal([path]),
    };
  });
}

function actionEntries(): Entry[] {
  return paletteItems.map((item) => ({
    group: 'Add',
    value: rankedValueOf(item),
    words: searchWords(item),
    body: (
      <>
        <IconTile name={item.icon} size={20} />
        {item.label}
        <span className="command-palette__detail">{item.description}</span>
      </>
    ),
    run: () => addItemHere(item),
  }));
}

function commandEntries(): Entry[] {
  const ids = (Object.keys(commands) as CommandId[]).filter((id) => id !== 'view.commandPalette');
  const listed = ids.map((id): Entry => {
    const shortcut = shortcutOf(id);
    return {
      group: 'Commands',
      value: rankedValue('command', id),
      words: [commands[id].label],
      disabled: !canRun(id),
      body: (
        <>
          {commands[id].label}
          {shortcut === undefined ? null : <span className="kbd">{shortcut}</span>}
        </>
      ),
      run: () => runCommand(id),
    };
  });
  const exports = windowExporters.map((exporter): Entry => ({
    group: 'Commands',
    value: rankedValue('command', `export ${exporter.id}`),
    words: [`Export ${exporter.label}`],
    disabled: !canRun('file.export'),
    body: `Export ${exporter.label}`,
    run: () => void exportAs(exporter),
  }));
  return [...listed, ...exports];
}
