interface CronField {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Names that stand for numbers, the first for the lowest. */
  readonly names?: readonly string[];
  /** What else than `, - * /`, numbers and names the field takes. */
  readonly also?: RegExp;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** Days of the week by name: SUN is 1 to AWS and 0 to others. */
export const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** The six fields. Source: EventBridge Scheduler user guide, "Cron-based schedules", the table of fields. */
const cronFields: readonly CronField[] = [
  { name: 'Minutes', low: 0, high: 59 },
  { name: 'Hours', low: 0, high: 23 },
  { name: 'Day-of-month', low: 1, high: 31, also: /^(?:\?|LW?|(?:[1-9]|[12]\d|3[01])W)$/ },
  { name: 'Month', low: 1, high: 12, names: months },
  { name: 'Day-of-week', low: 1, high: 7, names: dayNames, also: /^(?:\?|L|(?:[1-7]|[A-Z]{3})L|[\w-]+#[1-5])$/ },
  { name: 'Year', low: 1970, high: 2199 },
];

/** What AWS would refuse in the six fields of a cron expression; null when it takes them. */
export function cronProblem(fields: readonly string[]): string | null {
  if (fields.length !== cronFields.length) {
    const names = cronFields.map(({ name }) => name).join(', ');
    return `A cron expression has six fields (${names}); this one has ${fields.length}.`;
  }
  const [, , dayOfMonth = '', , dayOfWeek = ''] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return 'Put ? in exactly one of Day-of-month and Day-of-week.';
  if ((dayOfWeek.match(/#/g) ?? []).length > 1) return 'Day-of-week takes one # alone, such as 6#3.';
  for (const [index, field] of cronFields.entries()) {
    const wrong = fields[index]
      ?.toUpperCase()
      .split(',')
      .find((part) => !isPart(part, field));
    if (wrong !== undefined) return partProblem(wrong, field);
  }
  return null;
}

function partProblem(part: string, { name, low, high }: CronField): string {
  return part === '?'
    ? `? may stand in Day-of-month and Day-of-week only, not in ${name}.`
    : `“${part}” is nothing that ${name} takes: it has ${low} to ${high}.`;
}

function isPart(part: string, field: CronField): boolean {
  if (field.also?.test(part)) return namesOf(part).every((name) => field.names?.includes(name) === true);
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  // A step without a start (`/5`) is taken as `*/5`.
  if (range === '*' || (range === '' && step !== undefined)) return true;
  const ends = range.split('-');
  return ends.length <= 2 && ends.every((end) => numberOf(end, field) !== null);
}

/** The names of days in a part such as `FRIL` or `FRI#2`. */
const namesOf = (part: string): readonly string[] => part.match(/[A-Z]{3}/g) ?? [];

function numberOf(text: string, { low, high, names = [] }: CronField): number | null {
  const number = names.includes(text) ? names.indexOf(text) + low : /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return number >= low && number <= high ? number : null;
}

/** How many values the minutes (0) or the hours (1) of an expression have. */
export function countOfField(fields: readonly string[], index: 0 | 1): number {
  const { low, high } = cronFields[index] ?? { low: 0, high: 0 };
  const values = new Set<number>();
  for (const part of (fields[index] ?? '*').split(',')) {
    const [range = '', step] = part.split('/');
    const [first = '*', last] = range === '' ? ['*'] : range.split('-');
    const from = first === '*' ? low : Number(first);
    const to = last !== undefined ? Number(last) : first === '*' || step !== undefined ? high : from;
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
  }
  return values.size;
}
