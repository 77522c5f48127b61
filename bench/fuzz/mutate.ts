import type { Chance } from '../../shared/workflow/testing/randomTexts';

/** What makes a text mean something else: signs of JSON and YAML, blanks, and names that objects inherit. */
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '#',
    '//',
    '/*',
    '&a ',
    '*a',
    '<<: ',
    '!Sub ',
    '!!float ',
    '|\n',
    '>-\n',
    '- ',
  ],
  ...[
    '? ',
    ': x',
    '~',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\n',
    '\r\n',
    '\t',
    '  ',
    ' ',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\ud800',
  ],
  ...['1e400', '-0', '0o7', '0x1F', '1_000', '12:30:45', '12345678901234567890', 'yes', 'null', '.inf', '2026-01-01'],
  ...['"__proto__": {}', '"constructor": 1', '"Next": "S1"', '"End": true', '"States": {}', '${x}', '{% $ %}', '☂'],
];

/** A text with some random mistakes: of one letter, of a piece, of lines. */
export function mutated(text: string, chance: Chance): string {
  const times = 1 + Math.floor(chance() ** 3 * 4);
  let now = text;
  for (let time = 0; time < times; time += 1) now = mutatedOnce(now, chance);
  return now;
}

function mutatedOnce(text: string, chance: Chance): string {
  const at = Math.floor(chance() * (text.length + 1));
  const to = Math.min(text.length, at + 1 + Math.floor(chance() ** 3 * 80));
  const lines = text.split('\n');
  const line = Math.floor(chance() * lines.length);
  const kind = chance();
  if (kind < 0.35) return text.slice(0, at) + (pieces[Math.floor(chance() * pieces.length)] ?? '') + text.slice(at);
  if (kind < 0.55) return text.slice(0, at) + text.slice(to);
  if (kind < 0.65) return text.slice(0, at) + text.slice(at, to).repeat(2) + text.slice(to);
  if (kind < 0.75) return lines.toSpliced(line, 1).join('\n');
  if (kind < 0.85) return lines.toSpliced(line, 0, lines[Math.floor(chance() * lines.length)] ?? '').join('\n');
  if (kind < 0.93) return lines.with(line, `${' '.repeat(Math.floor(chance() * 6))}${lines[line] ?? ''}`).join('\n');
  if (kind < 0.97) return text.replaceAll('\n', '\r\n');
  return text.slice(0, at);
}
