import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import type { IntegrationPattern, QueryLanguage } from '../asl/index';
import { type AccessCall, type ArnParts, type ArnShapeId, buildArn, parseArn, partsOfShape } from '../services/index';

/** Where a state machine lives. Unknown parts are `*`. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The arguments of a call, and how a value that only a run decides is written in them. */
export interface WrittenArguments {
  /** Undefined: the state has none, so that its input is sent. */
  readonly value: JsonValue | undefined;
  /** `sent`: as the service got them, everything is known. */
  readonly language: QueryLanguage | 'sent';
}

type Argument = { readonly kind: 'value'; readonly value: JsonValue } | { readonly kind: 'absent' | 'runtime' };

/**
 * What a service definition asks of a step to say which permissions it needs. In JSONPath a key `Name.$` and in JSONata
 * a text `{% … %}` are known at run time only; a `${Name}` that a deployment fills in stays as it is.
 */
export function accessCall(pattern: IntegrationPattern, at: Place, written: WrittenArguments): AccessCall {
  // A place may come with more: a name of its own is not that of a resource.
  const place: Place = { partition: at.partition, region: at.region, account: at.account };
  const argumentOf = (path: string): Argument => argumentAt(written, path);
  const partsOf = (path: string, shape: ArnShapeId): ArnParts | string => {
    const argument = argumentOf(path);
    const text = argument.kind === 'value' && typeof argument.value === 'string' ? argument.value : null;
    return text === null ? { ...place } : readName(text, shape, place);
  };
  return {
    pattern,
    ...place,
    given: (path) => argumentOf(path).kind !== 'absent',
    literal: (path) => {
      const argument = argumentOf(path);
      return argument.kind === 'value' && typeof argument.value === 'string' ? argument.value : null;
    },
    arn: (path, shape) => {
      const parts = partsOf(path, shape);
      return typeof parts === 'string' ? parts : buildArn(shape, parts);
    },
    part: (path, shape, part) => {
      const parts = partsOf(path, shape);
      return typeof parts === 'string' ? '*' : (parts[part] ?? '*');
    },
    build: (shape, parts) => buildArn(shape, { ...place, ...parts }),
  };
}

function argumentAt({ value, language }: WrittenArguments, path: string): Argument {
  let here = value;
  if (here === undefined) return { kind: 'runtime' };
  for (const step of path.split('.')) {
    if (isRuntime(here, language)) return { kind: 'runtime' };
    if (isArray(here)) here = here[Number(step)];
    else if (isObject(here)) {
      if (language === 'JSONPath' && own(here, `${step}.$`) !== undefined) return { kind: 'runtime' };
      here = own(here, step);
    } else return { kind: 'absent' };
    if (here === undefined) return { kind: 'absent' };
  }
  return isRuntime(here, language) ? { kind: 'runtime' } : { kind: 'value', value: here };
}

function isRuntime(value: JsonValue, language: WrittenArguments['language']): boolean {
  return language === 'JSONata' && typeof value === 'string' && /^\{%[\s\S]*%\}$/.test(value);
}

/** The parts of an ARN, of the URL or of the name of a resource; the text itself when it is none of them. */
function readName(text: string, shape: ArnShapeId, place: Place): ArnParts | string {
  const arn = parseArn(text, shape);
  if (arn.ok) return arn.value;
  if (text.startsWith('arn:')) return text;
  // A placeholder for all of it: its name is all there is to tell whether it stands for an ARN, a URL or a name.
  const placeholder = /^\$\{([^}]+)\}$/.exec(text)?.[1];
  if (placeholder !== undefined && /arn$/i.test(placeholder)) return text;
  if ((placeholder !== undefined && /url$/i.test(placeholder)) || /^https?:/.test(text)) return { ...place };
  const names = partsOfShape(shape).filter(({ name }) => !(name in place));
  const [first, second] = names;
  if (first === undefined) return { ...place };
  const colon = text.includes('${') ? -1 : text.lastIndexOf(':');
  if (second?.optional && colon > 0) {
    return { ...place, [first.name]: text.slice(0, colon), [second.name]: text.slice(colon + 1) };
  }
  return { ...place, [first.name]: text };
}

/** Arguments of a Task as they stand in the definition. */
export function writtenArguments(state: JsonObject, language: QueryLanguage): WrittenArguments {
  return { value: own(state, language === 'JSONata' ? 'Arguments' : 'Parameters'), language };
}
