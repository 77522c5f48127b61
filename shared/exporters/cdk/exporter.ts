import { ok } from '../../base/index';
import type { Exporter } from '../contract';
import { definitionText, machineParts, type MachinePart } from '../stack/machinePart';
import type { Construct } from './code';
import { constructsOf, definitionFile } from './constructs';

/** What the forms of CDK differ in. */
interface CdkForm extends Pick<Exporter, 'id' | 'label' | 'description' | 'extension'> {
  /** The file of a stack, by the name of the workflow. */
  fileName(name: string): string;
  write(className: string, parts: readonly MachinePart[], constructs: readonly Construct[]): string;
}

/** An exporter of stacks of CDK: the program, and a file for each definition. */
export function cdkExporter({ fileName, write, ...form }: CdkForm): Exporter {
  return {
    ...form,
    isStack: true,
    export(document, { name, along = [] }) {
      const parts = machineParts([{ name, document }, ...along]);
      const [first] = parts;
      const stack = write(`${first?.base ?? ''}Stack`, parts, constructsOf(parts));
      const definitions = parts.map((part) => ({ name: definitionFile(part), text: definitionText(part) }));
      return ok([{ name: fileName(name), text: stack }, ...definitions]);
    },
  };
}
