/** The package has no types of its own. */
declare module 'asl-validator' {
  interface ValidationError {
    readonly 'Error code'?: string;
    readonly Message?: string;
  }
  /** Writes into the definition it is given. */
  function validate(definition: unknown): { readonly isValid: boolean; readonly errors: readonly ValidationError[] };
  export default validate;
}
