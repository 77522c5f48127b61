import { readFunctions, type LocalFunction } from '../../host/lambda/index';
import type { Console } from '../console';
import { wrongUsage } from '../refusal';
import { readJsonFile } from './readJson';

/**
 * The functions that a file binds to local code.
 * @throws Refusal when it cannot be read, or says something else
 */
export async function boundFunctions(file: string, console: Console): Promise<readonly LocalFunction[]> {
  const { label, value } = await readJsonFile(file, console);
  const read = readFunctions(value, file);
  if (!read.ok) throw wrongUsage(`${label}: ${read.problem}`);
  return read.value;
}
