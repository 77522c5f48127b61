import type { JsonObject } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type PatternFragment, patterns } from '#shared/patterns/index';
import { services } from '#shared/services/index';
import { newTask, stateTypes } from '#shared/states/index';
import { rank, rankedValue } from './rank';
import { synonyms } from './synonyms';

/** Something that can be added to the workflow. */
export interface PaletteItem {
  readonly id: string;
  /** Also the name that a new state starts with. */
  readonly label: string;
  readonly detail: string;
  readonly description: string;
  readonly icon: string;
  readonly tab: 'actions' | 'flow' | 'patterns';
  readonly group: string;
  /** What is added: one state, or several that belong together. */
  make(
    language: QueryLanguage,
  ):
    | { readonly kind: 'state'; readonly state: JsonObject }
    | { readonly kind: 'fragment'; readonly fragment: PatternFragment };
}

const actions: readonly PaletteItem[] = services.flatMap((service) =>
  service.actions.map((action) => ({
    id: action.id,
    label: `${service.label} ${action.label}`,
    detail: action.label,
    description: action.description,
    icon: service.icon,
    tab: 'actions' as const,
    group: service.label,
    make: (language: QueryLanguage) => ({ kind: 'state' as const, state: newTask(action, language) }),
  })),
);

const generic: PaletteItem = {
  id: 'state.Task',
  label: 'Task',
  detail: 'Any resource ARN',
  description: stateTypes.Task.description,
  icon: 'task',
  tab: 'actions',
  group: 'Any service',
  make: (language) => ({ kind: 'state', state: stateTypes.Task.template(language) }),
};

const flow: readonly PaletteItem[] = Object.values(stateTypes)
  .filter((definition) => definition.type !== 'Task')
  .map((definition) => ({
    id: `state.${definition.type}`,
    label: definition.label,
    detail: definition.label,
    description: definition.description,
    icon: definition.icon,
    tab: 'flow' as const,
    group: 'Flow',
    make: (language: QueryLanguage) => ({ kind: 'state' as const, state: definition.template(language) }),
  }));

const blocks: readonly PaletteItem[] = patterns.map((pattern) => ({
  id: pattern.id,
  label: pattern.label,
  detail: pattern.label,
  description: pattern.description,
  icon: pattern.icon,
  tab: 'patterns' as const,
  group: pattern.id.startsWith('pattern.poll.') ? 'Start and wait' : 'Patterns',
  make: (language: QueryLanguage) => ({ kind: 'fragment' as const, fragment: pattern.build(language) }),
}));

export const paletteItems: readonly PaletteItem[] = [...actions, generic, ...flow, ...blocks];

/** What an item is searched by: its name, and what people call it. */
export const searchWords = ({ id, label }: PaletteItem): string[] => [label, ...(synonyms[id] ?? [])];

export const rankedValueOf = ({ id }: PaletteItem): string =>
  rankedValue(id.startsWith('pattern.') ? 'block' : 'add', id);

/** Items that answer the query by their name or by what people call them, then those whose description holds its words. */
export function searchItems(query: string): readonly PaletteItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return paletteItems;
  const found = paletteItems.flatMap((item) => {
    const match = rank(rankedValueOf(item), query, searchWords(item));
    if (match > 0) return [{ item, match }];
    const text = `${item.label} ${item.detail} ${item.group} ${item.description}`.toLowerCase();
    return words.every((word) => text.includes(word)) ? [{ item, match: 0 }] : [];
  });
  return found.sort((a, b) => b.match - a.match).map(({ item }) => item);
}
