/** Whether any NumberText was ever made: while none was, values need not be searched for them. */
let everMade = false;

/** How often a NumberText was asked for its JSON: tells that the native printer came upon one. */
let printed = 0;

/**
 * A number that prints as the text it was read from, where JavaScript would print another (`1.0`, `1e3`): AWS hands
 * the text on. Arithmetic and comparison see its value through valueOf.
 */
export class NumberText {
  constructor(
    readonly text: string,
    readonly value: number,
  ) {
    everMade = true;
  }

  valueOf(): number {
    return this.value;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): number {
    printed++;
    return this.value;
  }
}

/** Both facts are of the whole process and never go back: they only spare searches that could find nothing. */
export const numberTexts = {
  get everMade(): boolean {
    return everMade;
  },
  get printed(): number {
    return printed;
  },
};

/** The number that a JSON value is, or undefined. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof NumberText ? value.value : undefined;
}
