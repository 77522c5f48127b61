import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { callNeeds } from './callNeeds';
import { sampleTasks } from './testing/tasks';

const place = { partition: 'aws', region: 'us-east-1', account: '123456789012' };
const reference = readReference('services/integrations.json');
const integrations = isObject(reference ?? undefined) ? (own(reference as JsonObject, 'integrations') ?? []) : [];
const suffixes = { requestResponse: '', runJob: '.sync', waitForTaskToken: '.waitForTaskToken' } as const;

const pairs = sampleTasks.flatMap((task) => {
  const entry = isArray(integrations)
    ? integrations.filter(isObject).find((each) => own(each, 'id') === task.id)
    : undefined;
  const iam = entry && own(entry, 'iam');
  if (!isObject(iam)) return [];
  return (['requestResponse', 'runJob', 'waitForTaskToken'] as const).flatMap((pattern) => {
    const statements = own(iam, pattern);
    return isArray(statements) ? [{ task, pattern, statements }] : [];
  });
});

describe.skipIf(reference === null)('permissions beside the reference facts', () => {
  it('are compared for at least 40 pairs of a task and a pattern', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40);
  });

  it.each(pairs.map((pair) => [`${pair.task.id} ${pair.pattern}`, pair] as const))(
    '%s: the same actions on the same resources',
    (_name, { task, pattern, statements }) => {
      const read = callNeeds(`${task.resource}${suffixes[pattern]}`, place, {
        value: task.arguments,
        language: 'sent',
      });
      const needs = read.kind === 'needs' ? read.needs : [];
      const mine = byAction(needs.map(({ actions, resources }) => ({ actions, resources })));
      const facts = byAction(
        statements.filter(isObject).flatMap((statement) => {
          // SageMaker's transform job is handed no role: it runs under that of its model.
          if (task.id === 'sagemaker.createTransformJob' && texts(own(statement, 'actions')).includes('iam:PassRole'))
            return [];
          return [
            {
              actions: texts(own(statement, 'actions')),
              resources: texts(own(statement, 'resources')).map((text) =>
                fill(text, { ...place, ...task.placeholders }),
              ),
            },
          ];
        }),
      );
      expect(listed(mine)).toEqual(listed(facts));
    },
  );
});

/** Each action with its resources, each once and in order. */
const listed = (found: ReadonlyMap<string, readonly string[]>) =>
  [...found].map(([action, resources]) => [action, [...new Set(resources)].sort()]).sort();

function byAction(
  statements: readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[],
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { actions, resources } of statements) {
    // Actions are not case-sensitive, and AWS's own templates write some in lower case.
    for (const action of actions)
      found.set(action.toLowerCase(), [...(found.get(action.toLowerCase()) ?? []), ...resources]);
  }
  return found;
}

const texts = (value: JsonValue | undefined): readonly string[] =>
  isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
