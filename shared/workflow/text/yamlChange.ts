import type { JsonValue } from '../../base/index';
import type { Places } from './places';
import type { YamlLines } from './yamlLines';

/** How far a change may reach. Each try reaches further than the one before; the first whose text reads right is taken. */
export interface Reach {
  /** Aliases to write out: those of values that changed or went away where they are anchored. */
  readonly expand: ReadonlySet<JsonValue> | 'all' | null;
  /** Whether aliases of texts and numbers, which have no identity, are written out as well. */
  readonly scalars?: boolean;
  /** Whether what moves takes its anchor with it; a copy must not. */
  readonly anchors: boolean;
}

/** What all parts of one change share. */
export interface Change {
  readonly lines: YamlLines;
  readonly places: Places;
  readonly indent: number;
  readonly reach: Reach;
  /** Objects and lists of the old value that are changed or gone. */
  readonly touched: Set<JsonValue>;
  /** Where the keys and dashes begin whose comments were written along with their value elsewhere. */
  readonly taken: Set<number>;
}
