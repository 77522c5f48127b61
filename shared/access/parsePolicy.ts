import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  type Result,
  fail,
  isArray,
  isObject,
  nearest,
  ok,
  own,
} from '../base/index';
import { conditionValueProblem } from './conditionValues';
import {
  operatorNames,
  type ConditionOperator,
  type ConditionTest,
  type Matching,
  type PolicyDocument,
  type PolicyStatement,
  type PolicyVersion,
} from './policy';

export interface PolicyProblem {
  /** Where in the document; empty for the document itself. */
  readonly at: JsonPath;
  readonly message: string;
}

type Report = (at: JsonPath, message: string) => void;

/**
 * Reads the text of an identity policy, permissions boundary or session policy. One statement may stand without a
 * list, one value without a list. Everything that is wrong is told, each with its place.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function parsePolicy(text: string): Result<PolicyDocument, readonly PolicyProblem[]> {
  let value: JsonValue;
  try {
    // Files saved on Windows may begin with a byte order mark.
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
  } catch (problem) {
    return fail([{ at: [], message: `Not JSON: ${problem instanceof Error ? problem.message : 'it cannot be read'}` }]);
  }
  return readPolicy(value);
}

/** The same for a policy that is JSON already. Answers of IAM's API that wrap it (`PolicyDocument`) are taken too. */
export function readPolicy(value: JsonValue): Result<PolicyDocument, readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = [];
  const report: Report = (at, message) => problems.push({ at, message });
  const document = readDocument(value, [], report);
  return document && problems.length === 0 ? ok(document) : fail(problems);
}

/** Names under which answers of IAM's API hold a policy. */
const wrappers = ['PolicyDocument', 'PolicyVersion', 'Document'];

function readDocument(value: JsonValue, at: JsonPath, report: Report): PolicyDocument | null {
  if (!isObject(value)) {
    report(at, 'A policy is an object with Version and Statement.');
    return null;
  }
  const wrapper = wrappers.find((name) => own(value, name) !== undefined);
  if (wrapper !== undefined && own(value, 'Statement') === undefined) {
    // `get-policy-version` wraps a policy twice; more is no answer of IAM.
    if (at.length < 2) return readDocument(own(value, wrapper) ?? null, [...at, wrapper], report);
    report(at, 'A policy is an object with Version and Statement.');
    return null;
  }
  checkKeys(value, ['Version', 'Id', 'Statement'], at, report);
  const version = readVersion(own(value, 'Version'), at, report);
  const statement = own(value, 'Statement');
  if (statement === undefined) {
    report(at, 'Statement is missing.');
    return null;
  }
  const list = isArray(statement) ? statement : [statement];
  reportSids(list, at, report);
  if (list.length === 0) report([...at, 'Statement'], 'There is no statement in the list.');
  const statements = list.map((each, index) =>
    readStatement(each, index, isArray(statement) ? [...at, 'Statement', index] : [...at, 'Statement'], report),
  );
  return { version, statements: statements.filter((each) => each !== null) };
}

/** Source: IAM User Guide, "IAM JSON policy elements: Sid": letters and digits, each once in a policy. */
function reportSids(statements: readonly JsonValue[], at: JsonPath, report: Report): void {
  const seen = new Set<string>();
  statements.forEach((statement, index) => {
    const sid = isObject(statement) ? own(statement, 'Sid') : undefined;
    if (typeof sid !== 'string' || sid === '') return;
    const place = [...at, 'Statement', index, 'Sid'];
    if (!/^[A-Za-z0-9]+$/.test(sid)) report(place, 'A Sid has letters and digits only.');
    if (seen.has(sid)) report(place, `The Sid “${sid}” stands twice.`);
    seen.add(sid);
  });
}

function readVersion(value: JsonValue | undefined, at: JsonPath, report: Report): PolicyVersion {
  if (value === undefined) return '2008-10-17';
  if (value === '2012-10-17' || value === '2008-10-17') return value;
  report([...at, 'Version'], `Version ${JSON.stringify(value)} is not known: use "2012-10-17" or "2008-10-17".`);
  return '2012-10-17';
}

const statementKeys = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function readStatement(value: JsonValue, index: number, at: JsonPath, report: Report): PolicyStatement | null {
  if (!isObject(value)) {
    report(at, 'A statement is an object with Effect, Action and Resource.');
    return null;
  }
  if (own(value, 'Principal') !== undefined || own(value, 'NotPrincipal') !== undefined) {
    report(at, 'Principal belongs to policies of resources and trust policies, not to policies of an identity.');
  }
  checkKeys(value, [...statementKeys, 'Principal', 'NotPrincipal'], at, report);
  const sid = own(value, 'Sid');
  if (sid !== undefined && typeof sid !== 'string') report([...at, 'Sid'], 'Sid is text.');
  const effect = own(value, 'Effect');
  if (effect === undefined) report(at, 'Effect is missing: "Allow" or "Deny".');
  else if (effect !== 'Allow' && effect !== 'Deny') {
    report([...at, 'Effect'], `Effect is "Allow" or "Deny", not ${JSON.stringify(effect)}.`);
  }
  const actions = readMatching(value, 'Action', 'NotAction', at, actionProblem, report);
  const resources = readMatching(value, 'Resource', 'NotResource', at, resourceProblem, report);
  const conditions = readConditions(own(value, 'Condition'), [...at, 'Condition'], report);
  if (actions === null || resources === null) return null;
  return {
    sid: typeof sid === 'string' && sid !== '' ? sid : null,
    index,
    effect: effect === 'Deny' ? 'Deny' : 'Allow',
    actions,
    resources,
    conditions,
  };
}

function readMatching(
  statement: JsonObject,
  name: string,
  notName: string,
  at: JsonPath,
  problemOf: (text: string) => string | null,
  report: Report,
): Matching | null {
  const positive = own(statement, name);
  const negative = own(statement, notName);
  if (positive !== undefined && negative !== undefined) {
    report(at, `${name} and ${notName} cannot stand in one statement.`);
    return null;
  }
  if (positive === undefined && negative === undefined) {
    report(at, `${name} is missing (or ${notName}).`);
    return null;
  }
  const key = positive === undefined ? notName : name;
  const patterns = readTexts(positive ?? negative, [...at, key], report);
  if (patterns.length === 0 && isArray(positive ?? negative)) report([...at, key], `${key} names nothing.`);
  patterns.forEach((text, index) => {
    const problem = problemOf(text);
    if (problem !== null) report(isArray(positive ?? negative) ? [...at, key, index] : [...at, key], problem);
  });
  return { except: positive === undefined, patterns };
}

function actionProblem(text: string): string | null {
  if (text === '*' || /^[\w*?-]+:[\w*?]+$/.test(text)) return null;
  return `“${text}” is not an action: write service:Action, as in states:StartExecution.`;
}

function resourceProblem(text: string): string | null {
  if (text === '*' || text.startsWith('${') || /^[arn*?]+:/.test(text) || /^\*/.test(text)) return null;
  return `“${text}” is not a resource: write an ARN or "*".`;
}

function readConditions(block: JsonValue | undefined, at: JsonPath, report: Report): readonly ConditionTest[] {
  if (block === undefined) return [];
  if (!isObject(block)) {
    report(at, 'Condition is an object: operator, then key, then value.');
    return [];
  }
  return Object.entries(block).flatMap(([written, keys]) => {
    const operator = readOperator(written);
    if (operator === null) {
      const near = nearest(operatorNames, written);
      report([...at, written], `“${written}” is not an operator${near === null ? '' : `: did you mean ${near}?`}`);
      return [];
    }
    if (!isObject(keys)) {
      report([...at, written], `${written} is an object: condition key, then value.`);
      return [];
    }
    return Object.entries(keys).map(([key, given]) => {
      const values = readTexts(given, [...at, written, key], report);
      for (const [index, value] of values.entries()) {
        const problem = conditionValueProblem(operator.name, value);
        if (problem !== null) report(isArray(given) ? [...at, written, key, index] : [...at, written, key], problem);
      }
      return { written, operator, key, values };
    });
  });
}

function readOperator(written: string): ConditionOperator | null {
  const found = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/i.exec(written);
  const name = operatorNames.find((each) => each.toLowerCase() === found?.[2]?.toLowerCase());
  if (!found || name === undefined) return null;
  const ifExists = found[3] !== undefined;
  // "You can add IfExists to the end of any condition operator name except the Null condition."
  if (name === 'Null' && ifExists) return null;
  const set = found[1]?.toLowerCase();
  return { name, ifExists, set: set === undefined ? null : set === 'foranyvalue' ? 'any' : 'all' };
}

/** Text or a list of texts; numbers and booleans are taken as people write them. */
function readTexts(value: JsonValue | undefined, at: JsonPath, report: Report): readonly string[] {
  const list = isArray(value) ? value : [value];
  return list.flatMap((each, index) => {
    if (typeof each === 'string') return [each];
    if (typeof each === 'number' || typeof each === 'boolean') return [String(each)];
    report(isArray(value) ? [...at, index] : at, 'Text is expected here, or a list of texts.');
    return [];
  });
}

function checkKeys(value: JsonObject, known: readonly string[], at: JsonPath, report: Report): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearest(known, key);
    report([...at, key], `“${key}” has no place here${near === null ? '.' : `: did you mean ${near}?`}`);
  }
}
