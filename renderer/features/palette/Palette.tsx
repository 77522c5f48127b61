import { ChevronDown, ChevronRight, Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { services } from '#shared/services/index';
import { loadIndex, loadService, useSdk } from '../../editor/sdk/catalogue';
import { sdkItems } from '../../editor/sdk/sdkItems';
import { readSetting, writeSetting } from '../../platform/storage';
import { Segmented } from '../../ui/controls';
import { IconTile } from '../../ui/icons';
import { useActiveDocument } from '../../editor/useActive';
import { addItemHere } from '../../editor/placing/addItem';
import { startDrag } from '../../editor/placing/drag';
import { searchItems, type PaletteItem } from '../../editor/placing/items';
import { DragGhost } from './DragGhost';
import './palette.css';

/**
 * What can be added: dragged onto the canvas, or added by double-click or Enter. Its list is one stop of Tab; arrow keys
 * walk it, also from the search.
 */
export function Palette() {
  const [tab, setTab] = useState<PaletteItem['tab']>('actions');
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const enabled = useActiveDocument() !== null;
  const [folded, setFolded] = useState(readFolded);
  const toggle = (group: string) => {
    const next = new Set(folded);
    if (!next.delete(group)) next.add(group);
    setFolded(next);
    writeSetting('foldedGroups', [...next]);
  };
  const index = useSdk((state) => state.index);
  const groups = useMemo(() => {
    if (query === '') return intoGroups(searchItems('').filter((item) => item.tab === tab));
    return intoGroups([...searchItems(query), ...(index ? sdkItems(index, query, firstClass) : [])]);
  }, [tab, query, index]);
  useEffect(() => {
    if (query !== '') loadIndex();
  }, [query]);
  useEffect(() => {
    groups
      .flatMap(([, items]) => items)
      .slice(0, 8)
      .forEach((item) => void prepare(item));
  }, [groups]);

  const first = groups[0]?.[1][0]?.id;
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('.palette__item, .palette__group button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = items[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <section className="palette" aria-label="Palette" onKeyDown={walk}>
      <div className="palette__search">
        <Search size={14} aria-hidden />
        <input
          className="input"
          type="search"
          placeholder="Search states and actions"
          aria-label="Search states and actions"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const [first] = groups[0]?.[1] ?? [];
            if (event.key === 'Enter' && query !== '' && first && enabled) add(first);
          }}
        />
      </div>
      {query === '' ? (
        <div className="palette__tabs">
          <Segmented
            fill
            label="Palette section"
            value={tab}
            onChange={setTab}
            options={[
              { value: 'actions', label: 'Actions' },
              { value: 'flow', label: 'Flow' },
              { value: 'patterns', label: 'Patterns' },
            ]}
          />
        </div>
      ) : null}
      <div className="palette__list" ref={list}>
        {groups.map(([group, items]) => (
          <div key={group} role="group" aria-label={group}>
            <h3 className="palette__group">
              {query !== '' || items.length < foldable ? (
                group
              ) : (
                <button type="button" tabIndex={-1} aria-expanded={!folded.has(group)} onClick={() => toggle(group)}>
                  {folded.has(group) ? <ChevronRight size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
                  {group}
                  {folded.has(group) ? <span>{items.length}</span> : null}
                </button>
              )}
            </h3>
            {(query === '' && folded.has(group) && items.length >= foldable ? [] : items).map((item) => (
              <Item key={item.id} item={item} enabled={enabled} isStop={item.id === first} />
            ))}
          </div>
        ))}
        {groups.length === 0 ? (
          <div className="empty">
            <strong>Nothing matches “{query}”</strong>
            Add a Task and type its resource ARN to call any other service.
          </div>
        ) : null}
      </div>
      <p className="palette__hint">Drag onto the canvas or a line, or press Enter to add after the selected state.</p>
      <DragGhost />
    </section>
  );
}

/** Groups of this many items can be folded. */
const foldable = 4;

/** The groups that the person folded; at first those of large services that are not among the first five. */
function readFolded(): ReadonlySet<string> {
  const usual = services.slice(8).map(({ label }) => label);
  return new Set(readSetting('foldedGroups') ?? usual);
}

/** Resources that have cards of their own. */
const firstClass = new Set(
  services.flatMap(({ actions }) => actions.flatMap(({ resources }) => Object.values(resources))),
);

function Item({ item, enabled, isStop }: { item: PaletteItem; enabled: boolean; isStop: boolean }) {
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      className="palette__item"
      disabled={!enabled}
      title={item.description}
      data-item={item.id}
      onPointerEnter={() => void prepare(item)}
      onFocus={() => void prepare(item)}
      onPointerDown={(event) => {
        if (event.button === 0) startDrag(item, { x: event.clientX, y: event.clientY });
      }}
      onDoubleClick={() => add(item)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add(item);
      }}
    >
      <IconTile name={item.icon} size={28} />
      <span className="palette__texts">
        <span className="palette__label">{item.detail}</span>
        <span className="palette__about">{item.description}</span>
      </span>
    </button>
  );
}

/** Adds an item once its fields are there; those of ours always are. */
function add(item: PaletteItem): void {
  if (item.id.startsWith('sdk.')) void prepare(item).then(() => addItemHere(item));
  else addItemHere(item);
}

/** The fields of an SDK action are loaded before it is added, so that required arguments come with it. */
function prepare({ id }: PaletteItem): Promise<void> {
  const [kind, service] = id.split('.');
  return kind === 'sdk' && service !== undefined ? loadService(service) : Promise.resolve();
}

function intoGroups(items: readonly PaletteItem[]): [string, PaletteItem[]][] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) {
    const list = groups.get(item.group) ?? [];
    list.push(item);
    groups.set(item.group, list);
  }
  return [...groups];
}
