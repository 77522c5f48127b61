/** The package has no types of its own. */
declare module 'asl-validator' {
  /** Writes into the definition it is given. */
  export default function validate(definition: unknown): { readonly isValid: boolean; readonly errors: readonly object[] };
}
