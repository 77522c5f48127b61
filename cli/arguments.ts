import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../shared/base/index';
import { wrongUsage } from './refusal';

/** One option of a command: `--name`. */
export type OptionForm = { readonly help: string } & (
  | { readonly kind: 'flag' }
  /** @param value what stands for it in the help, such as `FILE` */
  | { readonly kind: 'text'; readonly value: string }
  /** May be given several times. */
  | { readonly kind: 'texts'; readonly value: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'number';
      readonly value: string;
      readonly least: number;
      readonly most: number;
      readonly whole?: true;
    }
);

export type OptionTable = Readonly<Record<string, OptionForm>>;

type OptionValue<Form extends OptionForm> = Form extends { kind: 'flag' }
  ? boolean
  : Form extends { kind: 'texts' }
    ? readonly string[]
    : Form extends { kind: 'number' }
      ? number | null
      : Form extends { kind: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice | null
        : string | null;

/** The values of a table of options; null for what was not given. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>;
};

/** What the reader and the help need to know of a command. */
interface ArgumentForm<Options extends OptionTable> {
  readonly operands: string;
  readonly count: readonly [least: number, most: number];
  readonly about: string;
  readonly options: Options;
  readonly examples: readonly (readonly [line: string, what: string])[];
}

/**
 * Reads the arguments of a command.
 * @throws Refusal with what is wrong with them
 */
export function readArguments<Options extends OptionTable>(
  args: readonly string[],
  { options, operands, count: [least, most] }: ArgumentForm<Options>,
): { readonly operands: readonly string[]; readonly options: OptionValues<Options> } {
  const { values, positionals } = parsed(args, options);
  if (positionals.length < least) throw wrongUsage(`${operands} is missing.`);
  if (positionals.length > most)
    throw wrongUsage(
      most === 0
        ? `"${positionals[0]}" is too much: this command takes options alone.`
        : `"${positionals[most]}" is too much: this command takes ${most === 1 ? 'one' : most} ${operands}.`,
    );
  const read = Object.entries(options).map(([name, form]) => [name, valueOf(name, form, values[name])]);
  return { operands: positionals, options: Object.fromEntries(read) as OptionValues<Options> };
}

type ParsedValue = string | boolean | (string | boolean)[] | undefined;

function parsed(args: readonly string[], options: OptionTable) {
  const config = Object.entries(options).map(([name, { kind }]) => [
    name,
    { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'texts' },
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(config) as NonNullable<ParseArgsConfig['options']>,
      allowPositionals: true,
    });
    return { values: values as Readonly<Record<string, ParsedValue>>, positionals };
  } catch (problem) {
    throw wrongUsage(inOurWords(problem, Object.keys(options)));
  }
}

/** What Node's parser refuses, in one sentence. */
function inOurWords(problem: unknown, names: readonly string[]): string {
  const message = problem instanceof Error ? problem.message : String(problem);
  const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${message.replace(/\.?\n.*$/s, '')}.`;
  const meant = nearest(names, unknown.replace(/^-+/, ''));
  return `There is no option ${unknown}.${meant === null ? '' : ` Did you mean --${meant}?`}`;
}

function valueOf(
  name: string,
  form: OptionForm,
  given: ParsedValue,
): boolean | string | number | readonly string[] | null {
  switch (form.kind) {
    case 'flag':
      return given === true;
    case 'texts':
      return Array.isArray(given) ? given.map(String) : [];
    case 'text':
      return typeof given === 'string' ? given : null;
    case 'choice':
      return typeof given === 'string' ? choice(name, form.choices, given) : null;
    case 'number':
      return typeof given === 'string' ? number(name, form, given) : null;
  }
}

function choice(name: string, choices: readonly string[], given: string): string {
  const found = choices.find((each) => each.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw wrongUsage(`--${name} is ${choices.join(' or ')}, not "${given}".`);
  return found;
}

function number(name: string, { least, most, whole }: Extract<OptionForm, { kind: 'number' }>, given: string): number {
  const value = given.trim() === '' ? NaN : Number(given);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const upTo = most >= Number.MAX_SAFE_INTEGER ? 'on' : `to ${most}`;
  throw wrongUsage(`--${name} is a ${whole ? 'whole ' : ''}number from ${least} ${upTo}, not "${given}".`);
}

/** The text of `stepwright COMMAND --help`. */
export function commandHelp<Options extends OptionTable>(
  { name, summary }: { readonly name: string; readonly summary: string },
  { operands, about, options, examples }: ArgumentForm<Options>,
): string {
  const all = [...Object.entries(options), ['help', { kind: 'flag', help: 'Show this text.' } as const] as const];
  const listed = all.map(([option, form]) => [`--${option}${placeholder(form)}`, form.help] as const);
  const width = Math.max(...listed.map(([left]) => left.length)) + 2;
  const usage = ['stepwright', name, operands, '[options]'].filter(Boolean).join(' ');
  return [
    `Usage: ${usage}`,
    summary,
    about,
    `Options:\n${listed.map(([left, help]) => `  ${left.padEnd(width)}${help}`).join('\n')}`,
    `Examples:\n${examples.map(([line, what]) => `  stepwright ${line}\n      ${what}`).join('\n')}`,
    'Exit codes: 0 in order, 1 findings, 2 wrong usage, 3 a file cannot be read or written.',
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function placeholder(form: OptionForm): string {
  if (form.kind === 'flag') return '';
  return form.kind === 'choice' ? ` ${form.choices.join('|')}` : ` ${form.value}`;
}
