/**
 * What a call answers, as AWS's API model has it. Members of a structure are read when they are asked for, because models
 * refer to themselves.
 */
export type ResultShape =
  | { readonly kind: 'string'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'integer' | 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  /** Text in ISO 8601. */
  | { readonly kind: 'timestamp' }
  /** Bytes as text. */
  | { readonly kind: 'blob' }
  | { readonly kind: 'json' }
  | { readonly kind: 'list'; readonly items: ResultShape; readonly min?: number; readonly max?: number }
  | { readonly kind: 'map'; readonly values: ResultShape }
  | { readonly kind: 'structure'; readonly members: readonly ResultMember[] };

export interface ResultMember {
  readonly name: string;
  readonly shape: ResultShape;
  readonly required: boolean;
}

/** The shape of what an action of the SDK answers, by its service and name; null where it is not known. */
export type SdkResults = (service: string, action: string) => ResultShape | null;

/** The shape of a member; null where the shape is no structure or has none of that name. */
export function memberShape(shape: ResultShape | null, name: string): ResultShape | null {
  if (shape?.kind !== 'structure') return null;
  return shape.members.find((member) => member.name === name)?.shape ?? null;
}
