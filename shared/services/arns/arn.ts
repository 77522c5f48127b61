import { type Result, fail, ok } from '../../base/index';
import { arnShapeIds, arnTemplate, partsOfUrl, type ArnShapeId } from './shapes';

/** The parts of an ARN by the names of its shape: partition, region, account and what names the resource. */
export type ArnParts = Readonly<Record<string, string>>;

/** The partitions that the designer knows. Source: AWS, "IAM identifiers: Amazon Resource Names (ARNs)". */
export const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
] as const;

interface Token {
  /** Fixed text, or the name of a part. */
  readonly text: string;
  readonly part: boolean;
  /** May be left out, together with the optional tokens beside it. */
  readonly optional: boolean;
}

const tokensByShape = new Map<ArnShapeId, readonly Token[]>();
const patternByShape = new Map<string, RegExp>();

function tokensOf(shape: ArnShapeId): readonly Token[] {
  let tokens = tokensByShape.get(shape);
  if (!tokens) {
    let optional = false;
    const read: Token[] = [];
    for (const piece of arnTemplate(shape).split(/(\{\w+\}|\[|\])/)) {
      if (piece === '[' || piece === ']') optional = piece === '[';
      else if (piece !== '') {
        const part = piece.startsWith('{');
        read.push({ text: part ? piece.slice(1, -1) : piece, part, optional });
      }
    }
    tokens = read;
    tokensByShape.set(shape, tokens);
  }
  return tokens;
}

/** The names of the parts of a shape in the order in which the ARN has them. */
export function partsOfShape(shape: ArnShapeId): readonly { readonly name: string; readonly optional: boolean }[] {
  return tokensOf(shape)
    .filter(({ part }) => part)
    .map(({ text, optional }) => ({ name: text, optional }));
}

const placeholder = String.raw`[$#]\{[^}]+\}`;
const parts: Readonly<Record<string, string>> = {
  partition: partitions.join('|'),
  region: String.raw`[a-z]{2,}(?:-[a-z]+)+-\d+`,
  account: String.raw`\d{12}`,
  path: String.raw`\S+`,
  // Amazon S3 user guide, "Naming Amazon S3 objects": any characters.
  key: '.+',
  revision: String.raw`\d+`,
};

/** Parts that have another form in one shape, each after the API reference of the service. */
const partsByShape: Readonly<Record<string, string>> = {
  'lambda.function name': '[A-Za-z0-9_-]{1,64}',
  'lambda.function qualifier': String.raw`[A-Za-z0-9_-]+|\$LATEST`,
  'bedrock.foundationModel id': String.raw`[^/\s*?]+`,
  'bedrock.inferenceProfile id': String.raw`[^/\s*?]+`,
  // A bus of a partner is named `aws.partner/…`.
  'events.eventBus name': String.raw`[^:\s*?]+`,
};

function formOf(shape: ArnShapeId, part: string): string | undefined {
  // Managed policies belong to the account `aws`.
  if (part === 'account' && shape.startsWith('iam.')) return String.raw`\d{12}|aws`;
  return partsByShape[`${shape} ${part}`] ?? parts[part];
}

/** The partition of a region, by how its name begins; `aws` when it begins like none of these. */
const partitionsByRegion: Readonly<Record<string, (typeof partitions)[number]>> = {
  'cn-': 'aws-cn',
  'us-gov-': 'aws-us-gov',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'eu-isoe-': 'aws-iso-e',
  'us-isof-': 'aws-iso-f',
  'eusc-': 'aws-eusc',
};

/** Is a region in another partition than an ARN says? What is a placeholder or a wildcard is not judged. */
function regionElsewhere({ partition = '', region = '' }: ArnParts): boolean {
  if (region === '' || !/^[a-z0-9-]+$/.test(region) || !/^[a-z-]+$/.test(partition)) return false;
  const beginning = Object.keys(partitionsByRegion).find((each) => region.startsWith(each));
  return partition !== (beginning === undefined ? 'aws' : partitionsByRegion[beginning]);
}

function patternOf(shape: ArnShapeId, wildcards: boolean): RegExp {
  const id = `${shape} ${String(wildcards)}`;
  let pattern = patternByShape.get(id);
  if (!pattern) {
    const wild = wildcards ? String.raw`|[^:/]*\*[^:/]*` : '';
    let optional = '';
    let source = '';
    for (const token of tokensOf(shape)) {
      const other = wildcards ? `[^:/\\s]` : `[^:/\\s*?]`;
      const form = formOf(shape, token.text) ?? `${other}+`;
      const text = token.part
        ? `(?<${token.text}>(?:${form}|(?:${other}*${placeholder}${other}*)+${wild}))`
        : token.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (token.optional) optional += text;
      else {
        if (optional !== '') source += `(?:${optional})?`;
        optional = '';
        source += text;
      }
    }
    if (optional !== '') source += `(?:${optional})?`;
    pattern = new RegExp(`^${source}$`);
    patternByShape.set(id, pattern);
  }
  return pattern;
}

export interface ArnOptions {
  /** `*` may stand in a part, as in the Resource of a policy. */
  readonly wildcards?: boolean;
}

/**
 * Reads an ARN of a shape. Parts may hold placeholders such as `${Name}`, which a deployment fills in.
 * A URL that names the resource is read as well; its partition is `aws` or, under `.cn`, `aws-cn`.
 */
export function parseArn(text: string, shape: ArnShapeId, options: ArnOptions = {}): Result<ArnParts, string> {
  const found = patternOf(shape, options.wildcards === true).exec(text);
  if (found?.groups) {
    const read = Object.fromEntries(Object.entries(found.groups).filter(([, value]) => value !== undefined));
    return regionElsewhere(read)
      ? fail(`The region “${read['region'] ?? ''}” is not in the partition “${read['partition'] ?? ''}”.`)
      : ok(read);
  }
  const url = partsOfUrl(text, shape);
  if (url) return ok({ partition: text.includes('.amazonaws.com.cn/') ? 'aws-cn' : 'aws', ...url });
  return fail(arnProblem(text, shape, options));
}

/** What is wrong with a text that should be an ARN of a shape, as one sentence that says what to do. */
function arnProblem(text: string, shape: ArnShapeId, options: ArnOptions): string {
  const form = describeShape(shape);
  // Placeholders such as ${AWS::Region} hold colons of their own.
  const [prefix, partition = '', service = '', region = '', account = ''] =
    text.match(new RegExp(`(?:${placeholder}|[^:])+|(?<=:)(?=:|$)`, 'g')) ?? [];
  if (prefix !== 'arn') return `This is not an ARN: it has the form ${form}.`;
  if (text.includes('*') && options.wildcards !== true) {
    return 'A wildcard (*) is for policies: here the ARN must name one resource.';
  }
  if (!matches(shape, 'partition', partition)) {
    return `“${partition}” is not a partition: use ${partitions.join(', ')}.`;
  }
  const [, , wantedService = '', wantedRegion = '', wantedAccount = ''] = arnTemplate(shape).split(':');
  if (service !== wantedService) {
    const other = shapeOf(text);
    return other === null
      ? `The service in this ARN is “${service}”, expected “${wantedService}”: ${form}.`
      : `This is the ARN of ${describe(other)}; expected ${form}.`;
  }
  if (wantedRegion === '' && region !== '') return `This kind of ARN has no region: ${form}.`;
  if (wantedRegion !== '' && !matches(shape, 'region', region)) {
    return `“${region}” is not a region, which looks like us-east-1: ${form}.`;
  }
  if (wantedAccount === '' && account !== '') return `This kind of ARN has no account: ${form}.`;
  if (wantedAccount !== '' && !matches(shape, 'account', account)) {
    return `“${account}” is not an account: it has 12 digits.`;
  }
  const other = shapeOf(text);
  return other === null
    ? `The resource must have the form ${form}.`
    : `This is the ARN of ${describe(other)}; expected ${form}.`;
}

function matches(shape: ArnShapeId, part: string, text: string): boolean {
  return new RegExp(`^(?:${formOf(shape, part) ?? ''}|.*${placeholder}.*)$`).test(text);
}

/** The shape of an ARN for people: `arn:aws:sns:<region>:<account>:<name>`. */
export function describeShape(shape: ArnShapeId): string {
  return arnTemplate(shape)
    .replace('{partition}', 'aws')
    .replace(/\{(\w+)\}/g, '<$1>');
}

/** `a Lambda function` of `lambda.function`, in the words of the id. */
function describe(shape: ArnShapeId): string {
  const [service = '', kind = ''] = shape.split('.');
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `a ${service} ${words}`;
}

/** The shape that an ARN has; null when it is none that integrations use. The first in the order of the table wins. */
export function shapeOf(text: string): ArnShapeId | null {
  return arnShapeIds.find((shape) => patternOf(shape, false).test(text)) ?? null;
}

/** Builds an ARN. Optional parts that are absent or empty are left out; absent others become `*`. */
export function buildArn(shape: ArnShapeId, values: ArnParts): string {
  let optional = '';
  let whole = true;
  let text = '';
  for (const token of [...tokensOf(shape), { text: '', part: false, optional: false }]) {
    const value = token.part ? (values[token.text] ?? '') : token.text;
    if (token.optional) {
      optional += value;
      whole &&= value !== '';
      continue;
    }
    if (whole) text += optional;
    optional = '';
    whole = true;
    text += token.part && value === '' ? '*' : value;
  }
  return text;
}

/** What is wrong with a text that names a resource; null when nothing is. With `nameToo` a bare name is right as well. */
export function checkArn(text: string, shape: ArnShapeId, nameToo = false, options: ArnOptions = {}): string | null {
  if (nameToo && !text.startsWith('arn:')) return null;
  const read = parseArn(text, shape, options);
  return read.ok ? null : read.problem;
}
