/** A JSONPath as a list of segments, in the dialect of Jayway JsonPath, which AWS's own messages quote. */
import type { JsonPrimitive } from '../../base/index';
import type { Pattern } from '../pattern';

export type Segment =
  /** `.name`, `['name']`, `['a','b']`. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** `[0]`, `[-1]`, `[0,2]`. */
  | { readonly kind: 'indices'; readonly indices: readonly number[] }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'descend' }
  | { readonly kind: 'filter'; readonly test: FilterTest; readonly text: string }
  /** `.length()`, `.min()` ... at the end of a path. */
  | { readonly kind: 'function'; readonly name: string };

export type FilterTest =
  | { readonly kind: 'and' | 'or'; readonly left: FilterTest; readonly right: FilterTest }
  | { readonly kind: 'not'; readonly test: FilterTest }
  | { readonly kind: 'exists'; readonly operand: FilterOperand }
  | {
      readonly kind: 'compare';
      readonly operator: string;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type FilterOperand =
  | { readonly kind: 'path'; readonly fromItem: boolean; readonly segments: readonly Segment[] }
  | { readonly kind: 'literal'; readonly value: JsonPrimitive | readonly JsonPrimitive[] }
  | { readonly kind: 'pattern'; readonly pattern: Pattern };

/** What a path starts from. */
export type PathRoot =
  { readonly kind: 'input' } | { readonly kind: 'context' } | { readonly kind: 'variable'; readonly name: string };

export interface ParsedPath {
  readonly text: string;
  readonly root: PathRoot;
  readonly segments: readonly Segment[];
  /** A definite path leads to one value; an indefinite one (wildcard, filter, slice, `..`, several names) to a list. */
  readonly definite: boolean;
}

/** The segment as Jayway prints it in messages: `['name']`, `[0]`. */
export function segmentText(segment: Segment): string {
  switch (segment.kind) {
    case 'names':
      return `[${segment.names.map((name) => `'${name}'`).join(',')}]`;
    case 'indices':
      return `[${segment.indices.join(',')}]`;
    case 'slice':
      return `[${String(segment.from ?? '')}:${String(segment.to ?? '')}]`;
    case 'wildcard':
      return '[*]';
    case 'descend':
      return '..';
    case 'filter':
      return '[?]';
    case 'function':
      return `.${segment.name}()`;
  }
}
