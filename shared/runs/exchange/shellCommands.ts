/**
 * The commands of a shell script as their words, each with the comments right before it. Quotes, escapes and lines that
 * go on are read; nothing is expanded, so that what a shell would fill in stays as it is written.
 */
export interface ShellCommand {
  readonly words: readonly string[];
  /** Without their number sign. */
  readonly comments: readonly string[];
}

export function shellCommands(script: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let comments: string[] = [];
  let words: string[] = [];
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) {
      commands.push({ words, comments });
      comments = [];
    }
    words = [];
  };
  for (let at = 0; at < script.length; at++) {
    const char = script.charAt(at);
    if (char === "'") {
      const end = endOf(script, "'", at + 1);
      word = (word ?? '') + script.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const [text, end] = doubleQuoted(script, at + 1);
      word = (word ?? '') + text;
      at = end;
    } else if (char === '\\') {
      const next = script.charAt(++at);
      if (next === '\r' && script.charAt(at + 1) === '\n') at++;
      else if (next !== '\n') word = (word ?? '') + next;
    } else if (char === '#' && word === null) {
      const end = endOf(script, '\n', at);
      comments.push(script.slice(at + 1, end).trim());
      at = end - 1;
    } else if (char === '\n' || char === ';' || char === '|' || char === '&') endCommand();
    else if (/\s/.test(char)) endWord();
    else word = (word ?? '') + char;
  }
  endCommand();
  return commands;
}

function endOf(script: string, mark: string, from: number): number {
  const at = script.indexOf(mark, from);
  return at < 0 ? script.length : at;
}

/** What stands between double quotes, and where they end: a backslash escapes only what has a meaning there. */
function doubleQuoted(script: string, from: number): readonly [string, number] {
  let text = '';
  let at = from;
  for (; at < script.length && script.charAt(at) !== '"'; at++) {
    if (script.charAt(at) === '\\' && /["\\$`\n]/.test(script.charAt(at + 1))) {
      at++;
      if (script.charAt(at) !== '\n') text += script.charAt(at);
    } else text += script.charAt(at);
  }
  return [text, at];
}
