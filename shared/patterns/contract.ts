import type { JsonObject, JsonValue } from '../base/index';
import type { QueryLanguage } from '../asl/index';

/** A few states that belong together, ready to be put into a workflow. Its ends (`End: true`) go on where it is put. */
export interface PatternFragment {
  readonly StartAt: string;
  readonly States: JsonObject;
  /** Sample results of its tasks by state name, so that a first run shows the pattern at work. */
  readonly samples?: Readonly<Record<string, JsonValue>>;
}

/** A block of the palette's Patterns tab. */
export interface Pattern {
  /** `pattern.<name>`, stable. */
  readonly id: string;
  readonly label: string;
  /** One sentence: what it does and when to take it. */
  readonly description: string;
  /** The drawing of the service or state that stands for it. */
  readonly icon: string;
  build(language: QueryLanguage): PatternFragment;
}
