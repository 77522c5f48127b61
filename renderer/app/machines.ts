import { recognised, type FoundMachine } from '#shared/importers/index';
import { parseDocument } from '#shared/workflow/index';
import type { OpenedFile } from '../platform/platform';
import { inPlaceOf } from '../editor/machineInFile';
import type { Session } from '../editor/session';
import { openSession } from '../editor/sessions';
import { activate, ask, say } from '../editor/store';

type Found = NonNullable<ReturnType<typeof recognised>>;

/** What a file is that is no definition itself and holds state machines; null for all others. */
export function machinesIn({ name, format, text }: OpenedFile): Found | null {
  return parseDocument({ text, format }).ok ? null : recognised(text, name);
}

/** Whether a file of which a machine is open has others to choose. */
export function isOfOther({ machines }: Found, { inside }: Session): boolean {
  return inside !== null && machines.some(({ id, definition }) => id !== inside.id && definition.kind !== 'elsewhere');
}

/**
 * Opens a state machine that stands in a file, says what the file is, and lets the person choose when there are several.
 * @param open the machine of the file that is open: only one of a file is, as they are saved together
 */
export async function openMachine(
  file: OpenedFile,
  { importer, machines }: Found,
  open: { readonly session: Session; close(session: Session): Promise<boolean> } | null,
): Promise<void> {
  const what = `"${file.name}" is a ${importer.label}`;
  const there = machines.filter(({ definition }) => definition.kind !== 'elsewhere');
  const [only] = there;
  if (!only) {
    const [first] = machines;
    const why = first?.definition.kind === 'elsewhere' ? ` "${first.id}": ${first.definition.why}` : '';
    return say('problem', `${what}, and no state machine stands in it.${why}`);
  }
  const chosen = there.length === 1 ? only : await choose(what, machines);
  if (!chosen) return;
  if (open) {
    if (chosen.id === open.session.inside?.id) return activate(open.session.id);
    if (!(await open.close(open.session))) return;
  }
  show(file, importer.label, chosen, what);
}

async function choose(what: string, machines: readonly FoundMachine[]): Promise<FoundMachine | undefined> {
  const id = await ask({
    title: 'Which state machine?',
    text: `${what} with ${machines.length} state machines.`,
    answers: machines.map(({ id, definition }) => ({ id, label: id, about: aboutOf(definition) })),
  });
  return machines.find((machine) => machine.id === id);
}

function aboutOf(definition: FoundMachine['definition']): string {
  if (definition.kind === 'inPlace') return 'Saving writes it back into this file.';
  return definition.kind === 'copy' ? `Opens as a copy: ${definition.why}.` : definition.why;
}

function show(file: OpenedFile, kind: string, machine: FoundMachine, what: string): void {
  const { id, definition } = machine;
  if (definition.kind === 'elsewhere') return say('problem', `"${id}" is not opened. ${definition.why}`);
  const inside = inPlaceOf(file.text, kind, machine);
  if (inside) {
    const { text, sidecar } = file;
    const { format } = inside;
    openSession({
      name: file.name,
      fileId: file.id,
      format,
      text: inside.text,
      sidecar,
      saved: { text, sidecar },
      inside,
    });
    return say('done', `${what}. Saving "${id}" writes it back, and changes only its lines.`);
  }
  const { format, text } = definition;
  openSession({ name: `${id}.asl.${format}`, fileId: null, format, text, sidecar: null, saved: null });
  if (definition.kind === 'copy') say('done', `${what}. "${id}" is opened as a copy: ${definition.why}.`);
}
