import type { StateField } from './contract';

/** Fields that several state types share. Source: AWS developer guide, "Common state fields" and "Processing input and output". */

export const inputPath: StateField = {
  name: 'InputPath',
  label: 'InputPath',
  tab: 'input',
  kind: { kind: 'path', allowsNull: true },
  help: 'Part of the input that the state works on. null gives it an empty object.',
  queryLanguage: 'JSONPath',
};

export const parameters: StateField = {
  name: 'Parameters',
  label: 'Parameters',
  tab: 'input',
  kind: { kind: 'json' },
  help: 'The input to work on, built anew. Keys that end in .$ take a path or an intrinsic function.',
  queryLanguage: 'JSONPath',
};

export const stateArguments: StateField = {
  name: 'Arguments',
  label: 'Arguments',
  tab: 'input',
  kind: { kind: 'json' },
  help: 'What the state works on. Text inside {% %} is a JSONata expression.',
  queryLanguage: 'JSONata',
};

export const resultSelector: StateField = {
  name: 'ResultSelector',
  label: 'ResultSelector',
  tab: 'output',
  kind: { kind: 'json' },
  help: 'Picks from the result before it is put into the output. Keys that end in .$ take a path.',
  queryLanguage: 'JSONPath',
};

export const resultPath: StateField = {
  name: 'ResultPath',
  label: 'ResultPath',
  tab: 'output',
  kind: { kind: 'referencePath', allowsNull: true },
  help: 'Where the result goes in the input. null drops the result and keeps the input.',
  queryLanguage: 'JSONPath',
};

export const outputPath: StateField = {
  name: 'OutputPath',
  label: 'OutputPath',
  tab: 'output',
  kind: { kind: 'path', allowsNull: true },
  help: 'Part of the output that the next state gets.',
  queryLanguage: 'JSONPath',
};

export const output: StateField = {
  name: 'Output',
  label: 'Output',
  tab: 'output',
  kind: { kind: 'json' },
  help: 'What the next state gets. Text inside {% %} is a JSONata expression.',
  queryLanguage: 'JSONata',
  expression: true,
};

export const assign: StateField = {
  name: 'Assign',
  label: 'Assign',
  tab: 'variables',
  kind: { kind: 'jsonObject' },
  help: 'Variables to set when the state succeeds: name to value or expression.',
};

export const retry: StateField = {
  name: 'Retry',
  label: 'Retry',
  tab: 'errors',
  kind: { kind: 'custom' },
  help: 'Retriers, tried in order: which errors to try again, how often and after how long.',
};

export const catchField: StateField = {
  name: 'Catch',
  label: 'Catch',
  tab: 'errors',
  kind: { kind: 'custom' },
  help: 'Catchers, tried in order once no retrier helps: where to go on.',
};

/** AWS accepts up to 99,999,999 seconds for timeouts and waits. */
export const maxSeconds = 99_999_999;
