/** The form of the table that AWS's published model of the API becomes (`table.ts`). */

/** One operation: the shapes of what is sent and answered, and the errors that the model names. */
export interface Operation {
  readonly input: string;
  readonly output: string;
  readonly errors: readonly string[];
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** A regular expression of Java. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Its value is never repeated in a message. */
  readonly sensitive?: boolean;
}

export type Shape = Bounds &
  (
    | { readonly type: 'string' | 'boolean' | 'integer' | 'long' | 'float' | 'timestamp' }
    | { readonly type: 'list'; readonly member: string }
    | { readonly type: 'map'; readonly key: string; readonly value: string }
    | {
        readonly type: 'structure';
        readonly required?: readonly string[];
        readonly members: Readonly<Record<string, string>>;
      }
  );
