import { type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';
import type { Place } from './places';
import { applySplices, type Splice } from './splice';
import { membersByKey } from './syntax';
import { shiftedLines } from './yamlLines';
import { isContainer } from './yamlParser';
import type { Change } from './yamlChange';
import { flowYaml, printYaml } from './yamlStyle';

/** What to change in the lines of a place so that they say a value; null when they cannot. */
type Inside = (place: Place, value: JsonValue) => readonly Splice[] | null;

/** Writes values that are new where they stand. What stood elsewhere in the text before comes with its lines. */
export class YamlWriter {
  constructor(
    private readonly change: Change,
    private readonly inside: Inside,
  ) {}

  /** The text before the change. */
  get text(): string {
    return this.change.lines.text;
  }

  /** The lines of a member of a map in lines, without the last line break. */
  member(key: string, value: JsonValue, column: number, from: Place | null = null): string {
    const place = this.change.places.of(value);
    const role = place?.role;
    if (place && role && role !== 'item') {
      const { keyStart, keyLength } = role;
      const rename = role.key === key ? [] : [{ start: keyStart, end: keyStart + keyLength, text: flowYaml(key) }];
      const sliced = this.slice(place, value, keyStart, keyStart + keyLength, column, rename);
      if (sliced !== null) return sliced;
    }
    const pad = ' '.repeat(column);
    if (isContainer(value)) return `${pad}${flowYaml(key)}:\n${this.inner(value, column + this.change.indent)}`;
    const raw = from && this.rawScalar(from, key, value);
    if (from && raw !== null) return `${pad}${flowYaml(key)}: ${raw}${this.commentAfter(from, key)}`;
    return shiftedLines(printYaml({ [key]: value }, this.change.indent).trimEnd(), column);
  }

  /** The lines of an item of a list in lines, without the last line break. */
  item(value: JsonValue, column: number, from: Place | null = null, index = 0): string {
    const place = this.change.places.of(value);
    if (place?.role === 'item') {
      const dash = this.change.lines.dashOf(place.start);
      const sliced = dash < 0 ? null : this.slice(place, value, dash, dash + 1, column, []);
      if (sliced !== null) return sliced;
    }
    const pad = ' '.repeat(column);
    if (isContainer(value)) return `${pad}- ${this.inner(value, column + 2).slice(column + 2)}`;
    const raw = from && this.rawScalar(from, index, value);
    if (raw !== null) return `${pad}- ${raw}`;
    return shiftedLines(printYaml([value], this.change.indent).trimEnd(), column);
  }

  /** A value in brackets and braces on one line. */
  flow(value: JsonValue, from: Place | null = null, step: string | number = 0): string {
    const { text } = this.change.lines;
    const place = this.change.places.of(value);
    if (place && place.node.kind !== 'scalar' && !place.node.block) {
      const raw = text.slice(place.start, place.start + place.node.length);
      if (place.value === value && !raw.includes('\n')) return raw;
    }
    if (isArray(value)) return `[${value.map((item, index) => this.flow(item, place, index)).join(', ')}]`;
    if (isObject(value)) {
      const members = Object.entries(value).map(([key, item]) => `${flowText(key)}: ${this.flow(item, place, key)}`);
      return `{${members.join(', ')}}`;
    }
    return (
      (from && this.rawScalar(from, step, value)) ?? (typeof value === 'string' ? flowText(value) : flowYaml(value))
    );
  }

  private inner(value: JsonValue, column: number): string {
    const place = this.change.places.of(value);
    if (isArray(value)) return value.map((item, index) => this.item(item, column, place, index)).join('\n');
    const entries = isObject(value) ? Object.entries(value) : [];
    return entries.map(([key, item]) => this.member(key, item, column, place)).join('\n');
  }

  /** The text of a scalar that stood in what this was made from, as it was written. */
  private rawScalar(from: Place, step: string | number, value: JsonValue): string | null {
    const { node } = from;
    const inner =
      node.kind === 'object'
        ? membersByKey(node).get(String(step))
        : node.kind === 'array' && typeof step === 'number'
          ? node.items[step]
          : undefined;
    const old = isArray(from.value)
      ? from.value[Number(step)]
      : isObject(from.value)
        ? own(from.value, String(step))
        : null;
    if (inner?.value.kind !== 'scalar' || old === undefined || !jsonEqual(old, value)) return null;
    const { text } = this.change.lines;
    const start = from.start + inner.at;
    const before = /[!][^\s&*,[\]{}]*\s+$/.exec(text.slice(this.change.lines.lineStart(start), start))?.[0] ?? '';
    const raw = text.slice(start - before.length, start + inner.value.length);
    return /[\n#]/.test(raw) || /^[*|>]/.test(raw) || raw.trim() === '' ? null : raw;
  }

  /** The comment beside a member of a map in lines, with the blanks before it, which goes along; empty for none. */
  private commentAfter({ node, start }: Place, key: string): string {
    const member = node.kind === 'object' && node.block ? membersByKey(node).get(key) : undefined;
    if (!member) return '';
    const { lines, taken } = this.change;
    const end = start + member.at + member.value.length;
    const comment = /^[ \t]+#[^\r\n]*/.exec(lines.text.slice(end, lines.nextLine(end)))?.[0];
    if (comment === undefined) return '';
    taken.add(start + member.keyAt);
    return comment;
  }

  private slice(
    place: Place,
    value: JsonValue,
    at: number,
    bodyStart: number,
    column: number,
    rename: readonly Splice[],
  ): string | null {
    const { lines, reach, taken } = this.change;
    const inside = place.value === value ? [] : this.inside(place, value);
    if (!inside) return null;
    const oldColumn = lines.columnOf(at);
    const shared = lines.isShared(at);
    const from = shared ? at : lines.leadOf(at);
    const end = lines.endOf(place.start + place.node.length, oldColumn);
    const splices = [...rename, ...inside, ...(reach.anchors ? [] : this.withoutAnchor(bodyStart, place.start))];
    if (splices.some((splice) => splice.start < from || splice.end > end)) return null;
    const moved = splices.map((splice) => ({ ...splice, start: splice.start - from, end: splice.end - from }));
    const text = applySplices(lines.text.slice(from, end), moved).replaceAll('\r\n', '\n').trimEnd();
    taken.add(at);
    return shiftedLines((shared ? ' '.repeat(oldColumn) : '') + text, column - oldColumn);
  }

  /** A copy has no anchor of its own: aliases after it would mean the copy. */
  private withoutAnchor(from: number, to: number): readonly Splice[] {
    const head = this.change.lines.text.slice(from, to);
    const anchor = /^[^#]*?\s(&\S+[ \t]*)/.exec(head);
    if (!anchor?.[1]) return [];
    const at = from + anchor[0].length - anchor[1].length;
    const end = at + anchor[1].length;
    // At the end of its line the blank before it goes too.
    const start = /^(?:\r?\n|$)/.test(this.text.slice(end)) && this.text[at - 1] === ' ' ? at - 1 : at;
    return [{ start, end, text: '' }];
  }
}

/** A text in brackets and braces: commas and brackets would end one without quotes. */
export function flowText(text: string): string {
  const plain = flowYaml(text);
  return /[,[\]{}:#]/.test(plain) && !/^["']/.test(plain) ? JSON.stringify(text) : plain;
}

/** Whether a text is written in lines of its own, after `|` or `>`. */
export function isBlockText(text: string, start: number): boolean {
  return /[|>]/.test(text[start] ?? '');
}

/** Another text in place of one in lines, in lines as well; null where lines cannot say it. */
export function blockText(old: string, next: string, column: number): string | null {
  if (next.trim() === '' || /^[ \t\n]|[ \t]\n|[ \t]$|[^\n\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\uffff]/.test(next))
    return null;
  const [, comment = ''] = /^[|>][-+\d]*([ \t]+#[^\n]*)?/.exec(old) ?? [];
  const indent = /\n( *)[^\s]/.exec(old)?.[1]?.length ?? column;
  const breaks = /\n*$/.exec(next)?.[0].length ?? 0;
  const chomp = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  if (chomp === '+') return null;
  const body = next.replace(/\n+$/, '').split('\n');
  const pad = ' '.repeat(indent);
  return `|${chomp}${comment.trimEnd()}\n${body.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}
