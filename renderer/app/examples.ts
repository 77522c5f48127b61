import { parseDocument } from '#shared/workflow/index';
import { textOf } from '../editor/session';
import { getState, activate } from '../editor/store';
import { openSession } from '../editor/sessions';

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly text: string;
  /** What ASL has no place for: triggers, sample results. */
  readonly sidecar: string | null;
}

const acronyms = new Map([
  ['etl', 'ETL'],
  ['ml', 'ML'],
]);

const texts = import.meta.glob<string>('../../examples/*.asl.json', { query: '?raw', import: 'default', eager: true });

const sidecars = import.meta.glob<string>('../../examples/*.stepwright.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The workflows of examples/, titled by their file names and described by their Comment. */
export const examples: readonly Example[] = Object.entries(texts).map(([path, text]) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const parsed = parseDocument({ text, format: 'json' });
  const comment = parsed.ok ? parsed.value.document.definition['Comment'] : undefined;
  const words = name
    .replace(/\.asl\.json$/, '')
    .split('-')
    .map((word) => acronyms.get(word) ?? word)
    .join(' ');
  return {
    name,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    about: typeof comment === 'string' ? comment : '',
    text,
    sidecar: sidecars[path.replace(/\.asl\.json$/, '.stepwright.json')] ?? null,
  };
});

/** Work on an example has the same identity every time it is opened, after a crash too. */
export function exampleIdentity(name: string): { readonly workflow?: string } {
  return examples.some((example) => example.name === name) ? { workflow: `example:${name}` } : {};
}

/** Opens a copy: an example itself is never changed. */
export function openExample({ name, text, sidecar }: Example): void {
  const open = getState().sessions.find(
    (session) => session.name === name && session.fileId === null && textOf(session) === text,
  );
  if (open) return activate(open.id);
  openSession({ name, fileId: null, format: 'json', text, sidecar, saved: null, ...exampleIdentity(name) });
}
