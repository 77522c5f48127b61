import { type JsonPath, type JsonValue, isObject, own } from '../base/index';
import type { ReportBreach } from './contract';

/** What a branch or processor needs to be a scope: it is judged where it stands in its Parallel or Map. */
export function checkScope(value: JsonValue | undefined, at: JsonPath, report: ReportBreach): void {
  if (!isObject(value)) {
    report(at, 'This must be an object with StartAt and States.');
    return;
  }
  if (own(value, 'States') === undefined) report(at, 'States is missing here.');
  if (Object.hasOwn(value, 'QueryLanguage'))
    report([...at, 'QueryLanguage'], 'Only the machine and its states have a QueryLanguage.');
}
