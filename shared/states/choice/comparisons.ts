/** What stands beside a comparison operator. */
export type Comparand = 'string' | 'number' | 'boolean' | 'timestamp' | 'path';

const ordered = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];

/** The comparison operators of JSONPath rules. Source: ASL specification, "Data-test expression". */
export const comparisons: ReadonlyMap<string, Comparand> = new Map<string, Comparand>([
  ...ordersOf('String', 'string'),
  ['StringMatches', 'string'],
  ...ordersOf('Numeric', 'number'),
  ['BooleanEquals', 'boolean'],
  ['BooleanEqualsPath', 'path'],
  ...ordersOf('Timestamp', 'timestamp'),
  ...['IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'].map((name): [string, Comparand] => [
    name,
    'boolean',
  ]),
]);

function ordersOf(kind: string, comparand: Comparand): [string, Comparand][] {
  return ordered.flatMap((order): [string, Comparand][] => [
    [`${kind}${order}`, comparand],
    [`${kind}${order}Path`, 'path'],
  ]);
}
