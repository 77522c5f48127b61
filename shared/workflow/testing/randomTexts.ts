import type { SourceFormat } from '../document';

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export type Chance = () => number;

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is written: a scalar as its text, a list or a map. */
type Piece =
  | string
  | { readonly head?: string; readonly list: readonly Piece[] }
  | { readonly head?: string; readonly map: readonly Field[] };

interface Field {
  readonly key: string;
  readonly value: Piece;
  /** Comment lines above, and one beside. Each names the state that it is about. */
  readonly above?: string;
  readonly beside?: string;
}

export interface RandomText {
  readonly text: string;
  readonly format: SourceFormat;
}

const numbers = ['1.0', '12345678901234567890', '-0.50', '1e3', '7', '9007199254740993', '2'];

/** A state machine in a layout, with numbers, and in YAML comments, tags, anchors and texts in lines, as people write them. */
export function randomText(chance: Chance): RandomText {
  const format = chance() < 0.4 ? 'json' : 'yaml';
  return { format, text: format === 'json' ? jsonText(chance) : yamlText(chance) };
}

class Machine {
  private next = 0;
  private comments = 0;
  private anchors: string[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly yaml: boolean,
    /** What comments begin with; null for none. */
    private readonly mark: '#' | '//' | null,
  ) {}

  scope(count: number, depth: number): Field[] {
    const names = Array.from({ length: count }, () => `S${this.next++}`);
    const states = names.map((name, index): Field => {
      return { key: name, ...this.notes(name), value: this.state(name, names, names[index + 1], depth) };
    });
    return [
      { key: 'StartAt', value: this.text(names[0] ?? '') },
      { key: 'States', value: { map: states } },
    ];
  }

  private one<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.chance() * items.length)] ?? items[0];
  }

  /** Comments about a state above or beside something of it. */
  private notes(name: string): { above?: string; beside?: string } {
    if (this.mark === null) return {};
    const note = () => `${this.mark} note ${this.comments++} of ${name}.`;
    return {
      ...(this.chance() < 0.2 ? { above: note() } : {}),
      ...(this.chance() < 0.2 ? { beside: note() } : {}),
    };
  }

  private text(text: string): string {
    if (!this.yaml || this.chance() < 0.2) return JSON.stringify(text);
    return text;
  }

  private tagged(text: string): string {
    if (!this.yaml) return JSON.stringify(text);
    return this.one([() => `!Ref ${text}`, () => `!Sub "${text}"`, () => text, () => `'${text}'`])();
  }

  private state(name: string, names: readonly string[], next: string | undefined, depth: number): Piece {
    const on: Field = next === undefined ? { key: 'End', value: 'true' } : { key: 'Next', value: this.text(next) };
    const end: Field = { ...on, ...this.notes(name) };
    const target = () => this.text(names[Math.floor(this.chance() * names.length)] ?? name);
    const kind = depth > 1 ? this.chance() * 0.75 : this.chance();
    if (kind < 0.3) return { map: [this.type('Pass', name), this.result(name), end] };
    if (kind < 0.6) {
      return {
        map: [
          this.type('Task', name),
          { key: 'Resource', value: this.tagged('arn:aws:states:::lambda:invoke'), ...this.notes(name) },
          { key: 'Parameters', value: { map: [{ key: 'N', value: this.number() }, this.result(name)] } },
          ...(this.chance() < 0.5 ? [this.retry(name)] : []),
          ...(this.chance() < 0.4
            ? [
                {
                  key: 'Catch',
                  value: { list: [{ map: [this.errors(), { key: 'Next', value: target() }] }] },
                },
              ]
            : []),
          end,
        ],
      };
    }
    if (kind < 0.75) {
      const rules = Array.from({ length: 1 + Math.floor(this.chance() * 3) }, (): Piece => {
        const rule: Field[] = [
          { key: 'Variable', value: this.text('$.a') },
          { key: 'NumericEquals', value: this.number() },
          { key: 'Next', value: target() },
        ];
        return { map: rule };
      });
      const other: Field = { key: 'Default', value: target() };
      return { map: [this.type('Choice', name), { key: 'Choices', value: { list: rules } }, other] };
    }
    if (kind < 0.88) {
      const inner: Field = { key: 'ItemProcessor', value: { map: this.scope(2, depth + 1) } };
      return { map: [this.type('Map', name), inner, end] };
    }
    const branches = [this.scope(1, depth + 1), this.scope(2, depth + 1)].map((map) => ({ map }));
    return { map: [this.type('Parallel', name), { key: 'Branches', value: { list: branches } }, end] };
  }

  private type(type: string, name: string): Field {
    return { key: 'Type', value: this.text(type), ...this.notes(name) };
  }

  private errors(): Field {
    return { key: 'ErrorEquals', value: { head: 'flow', list: [this.text('States.ALL')] } };
  }

  private retry(name: string): Field {
    const [anchor] = this.anchors;
    if (this.yaml && anchor !== undefined && this.chance() < 0.3) return { key: 'Retry', value: `*${anchor}` };
    const retrier: Piece = { map: [this.errors(), { key: 'BackoffRate', value: this.number() }] };
    const anchored = this.yaml && this.chance() < 0.2 ? `r${this.comments++}` : null;
    if (anchored !== null) this.anchors.push(anchored);
    const value = { ...(anchored === null ? {} : { head: `&${anchored}` }), list: [retrier] };
    return { key: 'Retry', value, ...(anchored === null ? this.notes(name) : {}) };
  }

  private number(): string {
    return this.one(['0', ...numbers]);
  }

  private result(name: string): Field {
    const value = this.one<() => Piece>([
      () => this.number(),
      () => ({
        head: 'flow',
        map: [
          { key: 'id', value: this.number() },
          { key: 't', value: this.tagged('x') },
        ],
      }),
      () => ({ list: [this.number(), { map: [{ key: 'q', value: this.number() }] }, this.tagged('y')] }),
      () => (this.yaml ? 'block' : '"lines\\nof text"'),
      () => ({ head: this.yaml ? '!If' : 'flow', list: [this.text('IsProd'), this.number()] }),
    ])();
    return { key: 'Result', value, ...(value === 'block' ? {} : this.notes(name)) };
  }
}

function yamlText(chance: Chance): string {
  const indent = chance() < 0.7 ? 2 : 4;
  const flush = chance() < 0.4;
  const machine = new Machine(chance, true, '#');
  const lines = (piece: Piece, column: number): string[] => {
    const pad = ' '.repeat(column);
    if (typeof piece === 'string') return [piece];
    if ('map' in piece) {
      return piece.map.flatMap(({ key, value, above, beside }) => {
        const head = `${pad}${key}:`;
        const note = beside === undefined ? '' : `   ${beside}`;
        const before = above === undefined ? [] : [pad + above];
        if (value === 'block') {
          return [
            ...before,
            `${head} |-`,
            ...['line one', '  line two', '', 'line three'].map((line) => line && pad + ' '.repeat(indent) + line),
          ];
        }
        if (typeof value === 'string' || value.head === 'flow') return [...before, `${head} ${inFlow(value)}${note}`];
        const props = value.head === undefined ? '' : ` ${value.head}`;
        const inner = 'list' in value && flush ? column : column + indent;
        return [...before, head + props + note, ...lines(value, inner)];
      });
    }
    return piece.list.flatMap((item) => {
      if (typeof item === 'string' || item.head === 'flow') return [`${pad}- ${inFlow(item)}`];
      const [first = '', ...rest] = lines(item, column + 2);
      return [`${pad}- ${first.slice(column + 2)}`, ...rest];
    });
  };
  const text = lines({ map: machine.scope(2 + Math.floor(chance() * 4), 0) }, 0).join('\n') + '\n';
  const framed = chance() < 0.1 ? `${text}---\nOther:   document\n` : text;
  return chance() < 0.1 ? framed.replaceAll('\n', '\r\n') : framed;
}

function inFlow(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('list' in piece) return `[${piece.list.map(inFlow).join(', ')}]`;
  return `{${piece.map.map(({ key, value }) => `${key}: ${inFlow(value)}`).join(', ')}}`;
}

function jsonText(chance: Chance): string {
  const unit = ['  ', '\t', '    ', ''][Math.floor(chance() * 4)] ?? '  ';
  const colon = unit === '' && chance() < 0.5 ? ':' : ': ';
  const machine = new Machine(chance, false, unit !== '' && chance() < 0.5 ? '//' : null);
  const write = (piece: Piece, indentation: string, flat: boolean): string => {
    if (typeof piece === 'string') return piece;
    const oneLine = flat || piece.head === 'flow' || unit === '';
    const inner = indentation + unit;
    const parts =
      'list' in piece
        ? piece.list.map((item) => write(item, inner, oneLine))
        : piece.map.map(({ key, value }) => JSON.stringify(key) + colon + write(value, inner, oneLine));
    const [open, close] = 'list' in piece ? '[]' : '{}';
    if (oneLine) return `${open}${parts.join(colon === ':' ? ',' : ', ')}${close}`;
    const lines = parts.map((part, index) => {
      const { above, beside } = 'map' in piece ? (piece.map[index] ?? {}) : {};
      const comma = index < parts.length - 1 ? ',' : '';
      return `${above === undefined ? '' : `${inner}${above}\n`}${inner}${part}${comma}${beside === undefined ? '' : ` ${beside}`}`;
    });
    return `${open}\n${lines.join('\n')}\n${indentation}${close}`;
  };
  const text = write({ map: machine.scope(2 + Math.floor(chance() * 4), 0) }, '', false);
  return chance() < 0.5 ? `${text}\n` : text;
}
