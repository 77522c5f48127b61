import { RE2JS } from 're2js';

/** A pattern that might be matched for ever, so that it is not tried. The message says why. */
export class UnboundedPattern extends Error {}

/** Characters of a text that a pattern may be matched against which no automaton can match. */
const mostBackwards = 1000;

/**
 * A regular expression that ends: JavaScript's own tries every way to match, and `(a+)+$` against forty letters takes
 * longer than anybody waits, which nothing can interrupt. Patterns are matched by RE2's automata instead, in time
 * that grows with the text. What those cannot do (to look ahead or behind, to refer to a group) is left to JavaScript
 * where it is sure to end. Has what JSONata asks of a RegExp, of which `lastIndex` is always heeded.
 */
export class Pattern {
  lastIndex = 0;

  constructor(private readonly expression: RegExp) {}

  get source(): string {
    return this.expression.source;
  }

  /** Whether it matches anywhere in a text. Throws UnboundedPattern. */
  test(text: string): boolean {
    this.lastIndex = 0;
    return this.exec(text) !== null;
  }

  /** The next match from `lastIndex` on, with its groups. Throws UnboundedPattern. */
  exec(text: string): (string[] & { index: number }) | null {
    const from = this.lastIndex;
    this.lastIndex = 0;
    if (from > text.length) return null;
    const automaton = automatonOf(this.expression);
    const found = automaton ? matchWith(automaton, text, from) : this.execBackwards(text, from);
    if (found) this.lastIndex = found.index + (found[0]?.length ?? 0);
    return found;
  }

  private execBackwards(text: string, from: number): (string[] & { index: number }) | null {
    if (text.length > mostBackwards || repeatsChoices(this.source)) {
      throw new UnboundedPattern(
        `The simulator does not match /${this.source}/ here: with parts that look ahead or refer to a group it could take for ever`,
      );
    }
    const native = new RegExp(this.expression, flagsOf(this.expression, 'g'));
    native.lastIndex = from;
    return native.exec(text);
  }
}

/** Patterns in the place that JSONata has for RegExp; it makes them of an expression, and calls `exec` alone. */
export const patternEngine = Pattern as unknown as RegExpConstructor;

/** An escape, a class, the beginning of a group, or one character. */
const tokens = /\\[\s\S]|\[(?:\\[\s\S]|[^\\\]])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[\s\S]/g;

/** Whether a repeated group holds a repetition or alternatives: that takes a backtracking matcher exponential time. */
function repeatsChoices(source: string): boolean {
  const groups = [{ choices: false }];
  const found = source.match(tokens) ?? [];
  return found.some((token, index) => {
    const group = groups.at(-1);
    if (token.startsWith('(')) groups.push({ choices: false });
    else if (token === ')' && groups.length > 1) {
      const closed = groups.pop();
      const outer = groups.at(-1);
      if (outer && closed?.choices) outer.choices = true;
      return closed?.choices === true && /^[*+{]$/.test(found[index + 1] ?? '');
    } else if (group && /^[*+{|?]$/.test(token)) group.choices = true;
    return false;
  });
}

const automata = new WeakMap<RegExp, RE2JS | null>();

/** Null for what an automaton cannot match. */
function automatonOf(expression: RegExp): RE2JS | null {
  const known = automata.get(expression);
  if (known !== undefined) return known;
  const made = compiled(expression);
  automata.set(expression, made);
  return made;
}

function compiled(expression: RegExp): RE2JS | null {
  const flags =
    (expression.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
    (expression.multiline ? RE2JS.MULTILINE : 0) |
    (expression.dotAll ? RE2JS.DOTALL : 0);
  try {
    return RE2JS.compile(RE2JS.translateRegExp(expression), flags);
  } catch {
    // The one error there is: syntax that it does not have.
    return null;
  }
}

function matchWith(automaton: RE2JS, text: string, from: number): (string[] & { index: number }) | null {
  const matcher = automaton.matcher(text);
  if (!matcher.find(from)) return null;
  const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? undefined);
  // As RegExp has it: a group that took no part is undefined.
  return Object.assign(groups as string[], { index: matcher.start() });
}

function flagsOf(expression: RegExp, more: string): string {
  return [...new Set(expression.flags.replace('y', '') + more)].join('');
}
