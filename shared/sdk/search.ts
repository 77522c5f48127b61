import { type JsonValue, isArray, isObject, nearest, own } from '../base/index';

/** All names of the catalogue. */
export interface SdkIndex {
  /** Where the names are from. */
  readonly source: string;
  readonly services: readonly IndexedService[];
}

interface IndexedService {
  readonly name: string;
  readonly title: string;
  readonly actions: readonly string[];
}

/** An action that a search found. */
export interface SdkHit {
  readonly service: string;
  readonly title: string;
  readonly action: string;
}

interface Entry extends SdkHit {
  /** The action in lower case, and its words. */
  readonly compact: string;
  readonly words: readonly string[];
  readonly serviceWords: readonly string[];
  readonly rank: number;
}

/** Other names by which people call services. */
const aliases: Readonly<Record<string, string>> = {
  sfn: 'step functions states',
  cloudwatchlogs: 'logs cloudwatch',
  cloudwatch: 'metrics',
  sagemakerruntime: 'endpoint inference',
  secretsmanager: 'secrets',
  ssm: 'parameter store systems manager',
  eventbridge: 'events',
  rdsdata: 'aurora data api',
  elasticache: 'redis',
  cognitoidentityprovider: 'user pool',
  ec2: 'instances vpc',
};

/** Services of data and ML pipelines come first among equals. */
const usual = [
  's3',
  'dynamodb',
  'lambda',
  'glue',
  'athena',
  'sagemaker',
  'sns',
  'sqs',
  'ecs',
  'sfn',
  'batch',
  'kinesis',
  'firehose',
  'eventbridge',
  'scheduler',
  'rdsdata',
  'rds',
  'emr',
  'emrserverless',
  'ecr',
  'bedrock',
  'bedrockruntime',
  'codebuild',
  'redshiftdata',
  'ec2',
  'cloudwatchlogs',
  'secretsmanager',
  'ssm',
];

/**
 * Reads the index file. Entries of another form are left out. What searches need is prepared here, so that the first
 * letter that somebody types is answered as fast as the others.
 */
export function readIndex(value: JsonValue): SdkIndex {
  const listed = isObject(value) ? own(value, 'services') : undefined;
  const source = isObject(value) ? own(value, 'source') : undefined;
  const services = (isArray(listed) ? listed : []).flatMap((entry): IndexedService[] => {
    if (!isArray(entry)) return [];
    const [name, title, actions] = entry;
    if (typeof name !== 'string' || typeof title !== 'string' || !isArray(actions)) return [];
    return [{ name, title, actions: actions.filter((action): action is string => typeof action === 'string') }];
  });
  const index = { source: typeof source === 'string' ? source : '', services };
  preparedOf(index);
  return index;
}

interface Prepared {
  readonly entries: readonly Entry[];
  /** Every word that an action, a service or one of its other names holds, once. */
  readonly vocabulary: readonly string[];
}

const prepared = new WeakMap<SdkIndex, Prepared>();

function preparedOf(index: SdkIndex): Prepared {
  const known = prepared.get(index);
  if (known) return known;
  const entries = entriesOf(index);
  const made = { entries, vocabulary: vocabularyOf(entries) };
  prepared.set(index, made);
  return made;
}

function entriesOf(index: SdkIndex): Entry[] {
  return index.services.flatMap(({ name, title, actions }) => {
    const at = usual.indexOf(name);
    const serviceWords = `${name} ${title} ${aliases[name] ?? ''}`
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
    return actions.map((action) => ({
      service: name,
      title,
      action,
      compact: action.toLowerCase(),
      words: wordsOf(action),
      serviceWords,
      rank: at < 0 ? usual.length : at,
    }));
  });
}

function wordsOf(action: string): string[] {
  return action
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}

/**
 * The actions that a query means, best first: every word of the query starts a word of the action, of the service or of
 * one of its other names. `putItem`, `put item` and `dynamodb put` all find PutItem. Where no action is meant that way,
 * words that are misspelt are taken as the nearest ones that occur: `satrt crawlr` finds StartCrawler.
 */
export function searchActions(index: SdkIndex, query: string, limit: number): readonly SdkHit[] {
  const wanted = wordsOfQuery(query);
  if (wanted.length === 0) return [];
  const prepared = preparedOf(index);
  const exact = ranked(prepared.entries, wanted, limit);
  if (exact.length > 0) return exact;
  const corrected = correctedWords(prepared, wanted);
  return corrected === null ? [] : ranked(prepared.entries, corrected, limit);
}

function wordsOfQuery(query: string): string[] {
  return query
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/**
 * The words of a query with those that occur nowhere replaced by the nearest word of the actions that the others mean;
 * null when one is near nothing.
 */
function correctedWords({ entries, vocabulary }: Prepared, wanted: readonly string[]): string[] | null {
  const known = wanted.filter((word) => vocabulary.some((each) => each.startsWith(word)));
  const meant =
    known.length === 0 ? vocabulary : vocabularyOf(entries.filter((entry) => known.every((word) => has(entry, word))));
  const right: string[] = [];
  for (const word of wanted) {
    // Two letters are near to too much to guess what was meant.
    const correct = known.includes(word) ? word : word.length < 3 ? null : nearest(meant, word);
    if (correct === null) return null;
    right.push(correct);
  }
  return right;
}

function has(entry: Entry, word: string): boolean {
  return [entry.words, entry.serviceWords].some((words) => words.some((each) => each.startsWith(word)));
}

function vocabularyOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ words, serviceWords }) => [...words, ...serviceWords]))];
}

function ranked(entries: readonly Entry[], wanted: readonly string[], limit: number): readonly SdkHit[] {
  const whole = wanted.join('');
  const found: { readonly entry: Entry; readonly score: number }[] = [];
  for (const entry of entries) {
    const score = scoreOf(entry, wanted, whole);
    if (score > 0) found.push({ entry, score });
  }
  found.sort(
    (a, b) =>
      b.score - a.score ||
      a.entry.rank - b.entry.rank ||
      a.entry.compact.length - b.entry.compact.length ||
      (a.entry.service < b.entry.service ? -1 : 1),
  );
  return found.slice(0, limit).map(({ entry: { service, title, action } }) => ({ service, title, action }));
}

/** How well an action fits all words; 0 when one of them is not in it. */
function scoreOf(entry: Entry, wanted: readonly string[], whole: string): number {
  if (entry.compact === whole) return 1000;
  let score = entry.compact.startsWith(whole) ? 400 : 0;
  let inAction = 0;
  let inService = 0;
  for (const word of wanted) {
    if (entry.words.some((each) => each.startsWith(word))) inAction++;
    else if (entry.serviceWords.some((each) => each.startsWith(word))) inService++;
    // A piece inside a word: short ones occur by chance.
    else if (entry.compact.includes(word) && word.length > 3) score += 1;
    else return score >= 400 ? score : 0;
  }
  score += inAction * 20 + inService * 15;
  // The query is the service: its name or another one, and nothing else.
  if (inService === wanted.length && wanted.every((word) => entry.serviceWords.includes(word))) score += 100;
  // The rest of the query beside the service is the whole action: "dynamodb put item".
  if (inService > 0 && entry.words.every((each) => wanted.some((word) => each.startsWith(word)))) score += 300;
  return score;
}

/** The service of that exact name; undefined when there is none. */
export function serviceIn(index: SdkIndex, name: string): IndexedService | undefined {
  return index.services.find((service) => service.name === name);
}
