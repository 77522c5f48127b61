import type { JsonValue } from '../base/index';
import type { SdkCatalogue } from '../services/index';

/** A piece of the text: UTF-16 offsets, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a state had in a run: its input, what its work gave, and what a catcher got. */
export interface StateData {
  readonly input?: JsonValue;
  readonly result?: JsonValue;
  readonly error?: JsonValue;
}

/** What is known beside the text. Everything may be missing. */
export interface Knowledge {
  /** SDK actions; parts of it may still be loading. */
  readonly catalogue?: SdkCatalogue | null;
  /** What a state, by its name, had in the last run. */
  readonly data?: (state: string) => StateData | undefined;
}

export type CompletionKind = 'field' | 'state' | 'value' | 'resource' | 'error' | 'variable' | 'function' | 'data';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** One or two sentences. */
  readonly help?: string;
  readonly url?: string;
  /** What goes in place of what. */
  readonly replace: Range;
  readonly insert: string;
  /** Where the cursor goes, counted from the start of `insert`; its end when absent. */
  readonly caret?: number;
  /** Changes elsewhere that go with it: a comma that is missing before it. */
  readonly also?: readonly TextChange[];
}

export interface TextChange extends Range {
  readonly text: string;
}

export interface Completion {
  /** Where the word begins that items are chosen by. */
  readonly start: number;
  readonly items: readonly CompletionItem[];
}
