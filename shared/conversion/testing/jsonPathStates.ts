import type { JsonObject, JsonValue } from '../../base/index';
import { type Chance, pick, randomPlace, randomValue } from './randomValues';

/** A random state of JSONPath whose paths mostly lead somewhere in this input. */
export function randomJsonPathState(chance: Chance, input: JsonValue): JsonObject {
  const path = () => randomPath(chance, input);
  const some = (likely: number, fields: () => JsonObject): JsonObject => (chance() < likely ? fields() : {});
  const filtered = () => ({
    ...some(0.15, () => ({ InputPath: chance() < 0.1 ? null : path() })),
    ...some(0.15, () => ({ OutputPath: chance() < 0.1 ? null : path() })),
  });
  const resultPath = () =>
    some(0.3, () => ({
      ResultPath: pick(chance, [null, '$', '$.r', '$.a.r', '$.a.b.r', '$.list.r', '$.nul.r', "$['a b']"]),
    }));
  const assigned = () =>
    some(0.25, () => ({ Assign: { v: randomMember(chance, input), ...randomTemplate(chance, input, ['w']) } }));
  switch (Math.floor(chance() * 8)) {
    case 0:
    case 1:
    case 2:
      return {
        Type: 'Pass',
        ...filtered(),
        ...(chance() < 0.2 ? { Result: randomValue(chance, 2) } : { Parameters: randomTemplate(chance, input) }),
        ...resultPath(),
        ...assigned(),
        Next: 'Y',
      };
    case 3:
    case 4:
      return {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
        ...filtered(),
        ...some(0.7, () => ({ Parameters: randomTemplate(chance, input) })),
        ...some(0.1, () => ({ TimeoutSecondsPath: path() })),
        ...some(0.3, () => ({
          ResultSelector: {
            'sent.$': '$.sent',
            'x.$': pick(chance, ['$.got.x', '$.got.list[*].x', '$.got.list[0]', '$.got']),
          },
        })),
        ...resultPath(),
        ...assigned(),
        ...some(0.5, () => ({ Catch: randomCatchers(chance) })),
        Next: 'Y',
      };
    case 5:
    case 6:
      return {
        Type: 'Choice',
        ...filtered(),
        Choices: [{ ...randomRule(chance, input), Next: 'Y', ...assigned() }],
        ...some(0.9, () => ({ Default: 'N' })),
      };
    default:
      return pick<() => JsonObject>(chance, [
        () => ({ Type: 'Wait', SecondsPath: path(), ...filtered(), Next: 'Y' }),
        () => ({ Type: 'Fail', ErrorPath: path(), CausePath: "States.Format('{}', $.s)" }),
        () => ({ Type: 'Succeed', ...filtered() }),
        () => ({
          Type: 'Map',
          ...filtered(),
          ...some(0.8, () => ({ ItemsPath: chance() < 0.5 ? '$.list' : path() })),
          ...some(0.5, () => ({ ItemSelector: { 'item.$': '$$.Map.Item.Value', ...randomTemplate(chance, input) } })),
          ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
          ...resultPath(),
          ...some(0.3, () => ({ Catch: randomCatchers(chance) })),
          Next: 'Y',
        }),
        () => ({
          Type: 'Parallel',
          ...filtered(),
          ...some(0.5, () => ({ Parameters: randomTemplate(chance, input) })),
          Branches: [{ StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }],
          ...resultPath(),
          Next: 'Y',
        }),
      ])();
  }
}

function randomCatchers(chance: Chance): JsonValue {
  const place = () => (chance() < 0.6 ? { ResultPath: pick(chance, ['$.error', '$.a.error', null]) } : {});
  const named = {
    ErrorEquals: [pick(chance, ['Boom', 'States.IntrinsicFailure', 'States.ParameterPathFailure'])],
    ...place(),
    Next: 'Named',
  };
  const all = { ErrorEquals: ['States.ALL'], ...place(), Next: 'Caught' };
  return pick(chance, [[named], [all], [named, all]]);
}

function randomTemplate(chance: Chance, input: JsonValue, keys: readonly string[] = ['p', 'q', 'r']): JsonObject {
  return Object.fromEntries(
    keys
      .filter(() => chance() < 0.6)
      .map((key): [string, JsonValue] => {
        if (chance() < 0.15) return [key, randomMember(chance, input)];
        return [`${key}.$`, chance() < 0.5 ? randomPath(chance, input) : randomCall(chance, input, 2)];
      }),
  );
}

function randomMember(chance: Chance, input: JsonValue): JsonValue {
  return pick<() => JsonValue>(chance, [
    () => randomValue(chance, 1),
    () => ({ 'in.$': randomPath(chance, input) }),
    () => [{ 'in.$': randomPath(chance, input) }, '{% 1 %}', [1]],
  ])();
}

function written(place: readonly (string | number)[]): string {
  return place
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : /^\w+$/.test(step) ? `.${step}` : `['${step}']`))
    .join('');
}

function randomPath(chance: Chance, input: JsonValue): string {
  const start = chance() < 0.9 ? '$' : pick(chance, ['$v', '$$.Execution.Input', '$']);
  const place = written(randomPlace(chance, input));
  if (chance() < 0.6) return start + place;
  const open = pick(chance, [
    '[*]',
    '.*',
    '[0:2]',
    '[1:]',
    '[-2:]',
    '[:-1]',
    `[?(${randomFilter(chance)})]`,
    `[?(${randomFilter(chance)} && ${randomFilter(chance)})]`,
  ]);
  const more = pick(chance, ['', '', '.x', '.s', '[0]', '[*]', '.*', '.x[*]', '.length()', '.a.x', '.n.max()']);
  const base = chance() < 0.5 ? '.list' : place;
  return chance() < 0.85
    ? start + base + open + more
    : start + place + pick(chance, ['.length()', '.min()', '.max()', '.sum()', '.avg()']);
}

function randomFilter(chance: Chance): string {
  const field = () => pick(chance, ['@.x', '@.n', '@.s', '@.x.n', '@']);
  const value = () => pick(chance, ['1', '2.5', "'a'", 'null', 'true', "''"]);
  return pick<() => string>(chance, [
    () => field(),
    () => `!(${field()})`,
    () => `${field()} ${pick(chance, ['==', '!=', '<', '<=', '>', '>='])} ${value()}`,
    () => `${field()} ${pick(chance, ['==', '!=', '<', '>'])} ${field()}`,
  ])();
}

function randomCall(chance: Chance, input: JsonValue, depth: number): string {
  const any = (): string =>
    depth > 0 && chance() < 0.2
      ? randomCall(chance, input, depth - 1)
      : chance() < 0.75
        ? randomPath(chance, input)
        : pick(chance, ['1', '2', '-1', "'a'", 'true', 'null', '1.5']);
  const list = () => (chance() < 0.6 ? '$.list' : any());
  const number = () => (chance() < 0.5 ? pick(chance, ['0', '1', '2', '3', '-1']) : chance() < 0.7 ? '$.n' : any());
  const text = () => (chance() < 0.6 ? '$.s' : any());
  return pick<() => string>(chance, [
    () => `States.Array(${Array.from({ length: Math.floor(chance() * 3) }, any).join(', ')})`,
    () => `States.ArrayPartition(${list()}, ${number()})`,
    () => `States.ArrayContains(${list()}, ${any()})`,
    () => `States.ArrayRange(${number()}, ${number()}, ${number()})`,
    () => `States.ArrayGetItem(${list()}, ${number()})`,
    () => `States.ArrayLength(${list()})`,
    () => `States.ArrayUnique(${list()})`,
    () => `States.Base64Encode(${text()})`,
    () => `States.Hash(${text()}, 'SHA-256')`,
    () =>
      `States.JsonMerge(${pick(chance, ['$.a', any()])}, ${pick(chance, ['$.b', any()])}, ${chance() < 0.95 ? 'false' : 'true'})`,
    () => `States.StringToJson(${text()})`,
    () => `States.JsonToString(${any()})`,
    () => `States.MathAdd(${number()}, ${number()})`,
    () => `States.StringSplit(${text()}, ${pick(chance, ["','", "',;'", "' -'"])})`,
    () => `States.Format('{} \\{{}\\}', ${any()}, ${any()})`,
    () => `States.Format('{}', ${any()})`,
    () => `States.MathRandom(${number()}, ${number()})`,
    () => 'States.UUID()',
  ])();
}

function randomRule(chance: Chance, input: JsonValue, depth = 2): JsonObject {
  if (depth > 0 && chance() < 0.3) {
    const inner = () => randomRule(chance, input, depth - 1);
    return pick<() => JsonObject>(chance, [
      () => ({ And: [inner(), inner()] }),
      () => ({ Or: [inner(), inner()] }),
      () => ({ Not: inner() }),
    ])();
  }
  const path = () => randomPath(chance, input);
  const order = () => pick(chance, ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']);
  return pick<() => JsonObject>(chance, [
    () => ({ Variable: path(), IsPresent: chance() < 0.5 }),
    () => ({
      Variable: path(),
      [pick(chance, ['IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'])]: chance() < 0.5,
    }),
    () => ({ Variable: path(), [`String${order()}`]: pick(chance, ['', 'a', 'hi', '5']) }),
    () => ({ Variable: path(), [`Numeric${order()}`]: pick(chance, [0, 1, 2.5]) }),
    () => ({
      Variable: path(),
      [`Timestamp${order()}`]: pick(chance, ['2024-05-06T07:08:09Z', '2024-05-06T09:08:09+02:00']),
    }),
    () => ({ Variable: path(), BooleanEquals: chance() < 0.5 }),
    () => ({ Variable: path(), StringMatches: pick(chance, ['*', 'h*', '\\*', '*,*', 'it\'s "*']) }),
    () => ({ Variable: path(), [`${pick(chance, ['String', 'Numeric', 'Timestamp'])}${order()}Path`]: path() }),
    () => ({ Variable: path(), BooleanEqualsPath: path() }),
  ])();
}
