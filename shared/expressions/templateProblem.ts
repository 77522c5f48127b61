/** What is wrong with a part of a template. */
export interface TemplateProblem {
  readonly message: string;
  /** Keys and indices from the template's root. */
  readonly path: readonly (string | number)[];
}
