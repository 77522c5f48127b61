import { recognised, type FoundMachine } from '#shared/importers/index';

/**
 * Where a state machine stands that is edited inside another file: the file as it was read. What is saved is that file with
 * the text of now in its place, so an edit that is undone gives the file back byte for byte.
 */
export interface MachineInFile {
  /** Its name in the file. */
  readonly id: string;
  /** What the file is, such as `SAM template`. */
  readonly kind: string;
  /** The text of the file as it was read, and the text of the machine in it. */
  readonly file: string;
  readonly text: string;
  readonly format: 'json' | 'yaml';
  /** What the file says that placeholders stand for. */
  readonly substitutions: Readonly<Record<string, string>>;
  inFile(text: string): string;
}

/** A machine that an importer has found, as it is edited in its place; null when it cannot be. */
export function inPlaceOf(
  file: string,
  kind: string,
  { id, definition, substitutions }: FoundMachine,
): MachineInFile | null {
  if (definition.kind !== 'inPlace') return null;
  const { format, text, inFile } = definition;
  return { id, kind, file, text, format, substitutions, inFile };
}

/** Finds a machine again in a file, as after a crash or when another program wrote the file; null when it is there no more. */
export function machineInFile(file: string, fileName: string, id: string): MachineInFile | null {
  const found = recognised(file, fileName);
  const machine = found?.machines.find((each) => each.id === id);
  return found && machine ? inPlaceOf(file, found.importer.label, machine) : null;
}
