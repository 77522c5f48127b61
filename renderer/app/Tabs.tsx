import { ChevronDown, House, Plus, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { isUnsaved, type Session } from '../editor/session';
import { openNew } from '../editor/sessions';
import { shortcutOf } from '../editor/shortcuts';
import { activate, useApp } from '../editor/store';
import { IconButton, Tooltip } from '../ui/controls';
import { close, showStart } from './files';
import './tabs.css';

/** The open documents. Where they find no room beside each other they scroll, and a list names them all. */
export function Tabs() {
  const sessions = useApp((state) => state.sessions);
  const activeId = useApp((state) => state.activeId);
  const row = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(row, sessions.length);
  useEffect(() => {
    row.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId, sessions.length]);
  return (
    <nav className="tabs" aria-label="Open documents">
      <Tooltip text="Start" shortcut={shortcutOf('help.examples')}>
        <button
          type="button"
          className="tab tab--home"
          aria-current={activeId === null}
          aria-label="Start"
          onClick={showStart}
        >
          <House size={15} />
        </button>
      </Tooltip>
      <div
        className="tabs__row"
        ref={row}
        onWheel={({ deltaX, deltaY, currentTarget }) => {
          currentTarget.scrollLeft += Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
        }}
      >
        {sessions.map((session) => (
          <Tab key={session.id} session={session} active={session.id === activeId} />
        ))}
      </div>
      {overflows ? <TabList sessions={sessions} activeId={activeId} /> : null}
      <IconButton label="New workflow" shortcut={shortcutOf('file.new')} onClick={() => openNew()}>
        <Plus size={15} />
      </IconButton>
    </nav>
  );
}

/** Whether a row holds more than it shows. */
function useOverflow(row: { readonly current: HTMLDivElement | null }, count: number): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => setOverflows(element.scrollWidth > element.clientWidth + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, count]);
  return overflows;
}

function TabList({ sessions, activeId }: { sessions: readonly Session[]; activeId: string | null }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={`All ${sessions.length} open documents`}
        >
          <ChevronDown size={15} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu tabs__list" align="end" sideOffset={4}>
          {sessions.map((session) => (
            <DropdownMenu.CheckboxItem
              key={session.id}
              className="menu__item"
              checked={session.id === activeId}
              onSelect={() => activate(session.id)}
            >
              {session.name}
              {isUnsaved(session) ? <span className="tab__dot tab__dot--shown" title="Not saved" /> : null}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Tab({ session, active }: { session: Session; active: boolean }) {
  const unsaved = isUnsaved(session);
  return (
    <div className="tab" aria-current={active} data-unsaved={unsaved}>
      <button
        type="button"
        className="tab__name"
        title={unsaved ? `${session.name} — not saved` : session.name}
        onClick={() => activate(session.id)}
        onAuxClick={(event) => event.button === 1 && void close(session)}
      >
        {session.name}
        {unsaved ? <span className="visually-hidden">, not saved</span> : null}
      </button>
      <button
        type="button"
        className="tab__close"
        aria-label={`Close ${session.name}`}
        onClick={() => void close(session)}
      >
        <span className="tab__dot" aria-hidden />
        <X size={13} aria-hidden />
      </button>
    </div>
  );
}
