/** Something that is wrong with a template, and where. */
export interface TemplateFinding {
  /** Keys from the root of the template. */
  readonly at: readonly string[];
  readonly message: string;
}

export type Tell = (at: readonly string[], message: string) => void;
