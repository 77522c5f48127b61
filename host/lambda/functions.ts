import { dirname, resolve } from 'node:path';
import { type Result, fail, isObject, numberOf, ok, own, type JsonObject, type JsonValue } from '#shared/base/index';

/** What stands for a function: code in a file, a command, or the endpoint of a running container. */
export type LocalFunction = {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly memoryMB: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Where relative paths begin: the folder of the file that names it. */
  readonly folder: string;
} & (
  | { readonly kind: 'node' | 'python'; readonly file: string; readonly handler: string }
  | { readonly kind: 'command'; readonly command: readonly string[] }
  | { readonly kind: 'url'; readonly url: string }
);

/** Source: AWS Lambda developer guide: the defaults of a new function. */
const usual = { timeoutSeconds: 3, memoryMB: 128 };

const fields = ['file', 'handler', 'command', 'url', 'timeoutSeconds', 'memoryMB', 'environment'];

/**
 * Reads a file of functions: an object whose keys are their names or ARNs.
 * @param path of the file; what it names is relative to its folder
 */
export function readFunctions(value: JsonValue, path: string): Result<readonly LocalFunction[], string> {
  if (!isObject(value)) return fail('It is an object whose keys are the names of functions.');
  const functions: LocalFunction[] = [];
  for (const [name, form] of Object.entries(value)) {
    const read = isObject(form) ? readFunction(name, form, dirname(resolve(path))) : 'It is an object.';
    if (typeof read === 'string') return fail(`${name}: ${read}`);
    functions.push(read);
  }
  return ok(functions);
}

function readFunction(name: string, form: JsonObject, folder: string): LocalFunction | string {
  const unknown = Object.keys(form).find((key) => !fields.includes(key));
  if (unknown !== undefined) return `There is no field "${unknown}". There are ${fields.join(', ')}.`;
  const timeoutSeconds = numberOf(own(form, 'timeoutSeconds') ?? usual.timeoutSeconds);
  const memoryMB = numberOf(own(form, 'memoryMB') ?? usual.memoryMB);
  if (timeoutSeconds === undefined || timeoutSeconds <= 0 || timeoutSeconds > 900)
    return 'timeoutSeconds is a number to 900.';
  if (memoryMB === undefined || memoryMB < 128 || memoryMB > 10_240) return 'memoryMB is a number from 128 to 10240.';
  const environment = own(form, 'environment') ?? {};
  if (!isTexts(environment)) return 'environment is an object of texts.';
  const common = { name, timeoutSeconds, memoryMB, environment, folder };
  const [file, command, url] = [own(form, 'file'), own(form, 'command'), own(form, 'url')];
  if ([file, command, url].filter((one) => one !== undefined).length !== 1)
    return 'It has one of file, command and url.';
  if (typeof file === 'string') {
    const kind = /\.py$/.test(file) ? 'python' : /\.[cm]?[jt]s$/.test(file) ? 'node' : undefined;
    if (kind === undefined) return `"${file}" is neither JavaScript, TypeScript nor Python; name a command for others.`;
    return { ...common, kind, file: resolve(folder, file), handler: textOf(own(form, 'handler')) ?? 'handler' };
  }
  if (Array.isArray(command) && command.length > 0 && command.every((part) => typeof part === 'string'))
    return { ...common, kind: 'command', command };
  if (typeof url === 'string' && /^https?:\/\//.test(url)) return { ...common, kind: 'url', url };
  return 'file and url are texts, command is a list of texts.';
}

const textOf = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

function isTexts(value: JsonValue): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}
