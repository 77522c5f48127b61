import { Command, useCommandState } from 'cmdk';
import { useMemo } from 'react';
import { exporters } from '#shared/exporters/index';
import { type CommandId, commands } from '#shared/protocol/index';
import { allStates } from '#shared/workflow/index';
import { summarizeState } from '#shared/states/index';
import { reveal } from '../editor/reveal';
import { addItemHere } from '../editor/placing/addItem';
import { paletteItems, rankedValueOf, searchWords } from '../editor/placing/items';
import { rank, rankedValue } from '../editor/placing/rank';
import { showOverlay } from '../editor/store';
import { useActiveDocument, useActiveSession } from '../editor/useActive';
import { exportAs } from './files';
import { IconTile } from '../ui/icons';
import { canRun, runCommand } from '../editor/commands';
import { shortcutOf } from '../editor/shortcuts';

const placeholders = {
  commands: 'Find a command, state or action…',
  add: 'Add a state or action…',
  find: 'Find a state…',
} as const;

/** Finds any command, state or action. `add` and `find` show actions or states alone. */
export function CommandPalette({ mode }: { mode: 'commands' | 'add' | 'find' }) {
  const dismiss = () => showOverlay(null);
  const run = (action: () => void) => {
    dismiss();
    // After the dialog has given the focus back.
    setTimeout(action);
  };
  return (
    <Command.Dialog
      filter={rank}
      open
      onOpenChange={(open) => !open && dismiss()}
      label={placeholders[mode]}
      loop
      className="command-palette"
      overlayClassName="dialog__overlay"
      contentClassName="command-palette__frame"
    >
      <Command.Input className="command-palette__input" placeholder={placeholders[mode]} />
      <Command.List className="command-palette__list">
        <Command.Empty className="empty">Nothing of that name.</Command.Empty>
        {mode !== 'add' ? <States run={run} /> : null}
        {mode !== 'find' ? <Actions run={run} /> : null}
        {mode === 'commands' ? <Commands run={run} /> : null}
      </Command.List>
    </Command.Dialog>
  );
}

/** A longer list takes too long to show. Where there are more states, only those whose name holds the text are listed. */
const most = 300;

type Run = (action: () => void) => void;

function States({ run }: { run: Run }) {
  const session = useActiveSession();
  const document = useActiveDocument();
  const search = useCommandState((state) => state.search);
  const definition = document?.definition;
  const all = useMemo(() => (definition ? allStates(definition) : []), [definition]);
  if (!session || !document) return null;
  const found = all.length > most ? all.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())) : all;
  return (
    <Command.Group heading="States">
      {found.slice(0, most).map(({ name, path, state }) => (
        <Command.Item
          key={path}
          value={rankedValue('state', path)}
          keywords={[name]}
          className="menu__item"
          onSelect={() => run(() => reveal([path]))}
        >
          <IconTile name={summarizeState(state).icon} size={20} />
          {name}
          <span className="command-palette__detail">{summarizeState(state).action}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Actions({ run }: { run: Run }) {
  const document = useActiveDocument();
  if (!document) return null;
  return (
    <Command.Group heading="Add">
      {paletteItems.map((item) => (
        <Command.Item
          key={item.id}
          value={rankedValueOf(item)}
          keywords={searchWords(item)}
          className="menu__item"
          onSelect={() => run(() => addItemHere(item))}
        >
          <IconTile name={item.icon} size={20} />
          {item.label}
          <span className="command-palette__detail">{item.description}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Commands({ run }: { run: Run }) {
  return (
    <Command.Group heading="Commands">
      {(Object.keys(commands) as CommandId[])
        .filter((id) => id !== 'view.commandPalette')
        .map((id) => (
          <Command.Item
            key={id}
            value={rankedValue('command', id)}
            keywords={[commands[id].label]}
            className="menu__item"
            disabled={!canRun(id)}
            onSelect={() => run(() => runCommand(id))}
          >
            {commands[id].label}
            {shortcutOf(id) === undefined ? null : <span className="kbd">{shortcutOf(id)}</span>}
          </Command.Item>
        ))}
      {exporters.map((exporter) => (
        <Command.Item
          key={exporter.id}
          value={rankedValue('command', `export ${exporter.id}`)}
          keywords={[`Export ${exporter.label}`]}
          className="menu__item"
          disabled={!canRun('file.export')}
          onSelect={() => run(() => void exportAs(exporter))}
        >
          Export {exporter.label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
