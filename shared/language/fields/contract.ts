import type { QueryLanguage } from '../../asl/index';
import type { JsonValue } from '../../base/index';

/** What a member of an object may be, wherever it stands: the one form that completion and hover know. */
export interface KnownField {
  readonly name: string;
  readonly help: string;
  readonly form: 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any';
  /** All that may stand there. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  /** The only query language that has the field; both when absent. */
  readonly queryLanguage?: QueryLanguage;
  /** Fields that may not stand beside it. */
  readonly excludes?: readonly string[];
  /** What a new one starts with. */
  readonly start?: JsonValue;
  /** Where AWS describes it. */
  readonly url?: string;
}

const make =
  (form: KnownField['form']) =>
  (name: string, help: string, more: Partial<KnownField> = {}): KnownField => ({ name, help, form, ...more });

export const textField = make('text');
export const numberField = make('number');
export const booleanField = make('boolean');
export const objectField = make('object');
export const listField = make('list');
export const anyField = make('any');

export const comment = textField('Comment', 'A note for people. It is not evaluated.');

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
export const page = (name: string): string => `${guide}${name}.html`;
