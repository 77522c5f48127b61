import type { StateField } from '../contract';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: false;
  /** What the path may lead into beside the input and variables. */
  readonly from?: 'anywhere';
}

/** A number that may come from a path instead: `<name>` and, in JSONPath, `<name>Path`. */
export function numberOrPath(name: string, help: string, bounds: Bounds = {}): readonly StateField[] {
  const { min = 0, max, integer = true, from = 'variables' } = bounds;
  return [
    {
      name,
      label: name,
      tab: 'configuration',
      kind: { kind: 'number', integer, min, ...(max === undefined ? {} : { max }) },
      help,
      expression: true,
      excludes: [`${name}Path`],
    },
    {
      name: `${name}Path`,
      label: `${name}Path`,
      tab: 'configuration',
      kind: { kind: 'referencePath', from },
      help: `Path to it in the input: ${help.charAt(0).toLowerCase()}${help.slice(1)}`,
      queryLanguage: 'JSONPath',
      excludes: [name],
    },
  ];
}
