import { type JsonValue, isArray, isObject } from '../../base/index';
import type { WorkflowDocument } from '../../workflow/index';
import { placeholderNames, placeholdersOf } from '../../workflow/index';
import { logicalName, unusedName } from './names';

/** What a deployment fills in. */
export interface Parameter {
  /** As logical ids are written. */
  readonly id: string;
  /** As the workflow writes it: `${name}`. */
  readonly placeholder: string;
  /** What runs take for it, which a deployment may begin with; null when there is nothing. */
  readonly value: string | null;
  /** A pseudo parameter of CloudFormation, such as AWS::Region, needs no value. */
  readonly isPseudo: boolean;
}

/** The placeholders of a workflow and of its triggers as parameters of a template, in the order of the text. */
export class Parameters {
  readonly all: readonly Parameter[];
  readonly #ids: ReadonlyMap<string, string>;

  constructor(document: WorkflowDocument, taken: Set<string>) {
    const inTriggers = placeholderNames(JSON.stringify(document.sidecar.triggers));
    const inSettings = placeholderNames(JSON.stringify(document.sidecar.template));
    const inValues = placeholdersOf(document).map(({ name }) => name);
    const inKeys = keysIn(document.definition).flatMap(placeholderNames);
    const names = new Set([...inValues, ...inKeys, ...inTriggers, ...inSettings]);
    this.all = [...names].map((placeholder): Parameter => {
      const isPseudo = placeholder.startsWith('AWS::');
      const id = isPseudo ? placeholder : unusedName(logicalName(placeholder), taken);
      return { id, placeholder, value: document.sidecar.placeholders[placeholder] ?? null, isPseudo };
    });
    this.#ids = new Map(this.all.map(({ id, placeholder }) => [placeholder, id]));
  }

  /** The id that a placeholder has in the stack. */
  readonly idOf = (placeholder: string): string => this.#ids.get(placeholder) ?? placeholder;
}

/** Every key of a value: a deployment fills in placeholders wherever they stand in the text. */
function keysIn(value: JsonValue): readonly string[] {
  if (isArray(value)) return value.flatMap(keysIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item)]);
}
