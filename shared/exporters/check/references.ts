import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import type { Tell } from './finding';

/** What a function of CloudFormation refers to, with the places of the functions. */
interface Reference {
  readonly id: string;
  readonly at: readonly string[];
}

/** Source: CloudFormation, "Intrinsic function reference"; names behind a dot are attributes, `${!name}` is none. */
function referencesIn(value: JsonValue, at: readonly string[] = []): readonly Reference[] {
  if (isArray(value)) return value.flatMap((item, index) => referencesIn(item, [...at, String(index)]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]): readonly Reference[] => {
    if (key === 'Ref' && typeof item === 'string') return [{ id: item, at }];
    if (key === 'Fn::GetAtt') {
      const [id] = isArray(item) ? item : String(item as string).split('.');
      return typeof id === 'string' ? [{ id, at }] : [];
    }
    if (key === 'Fn::Sub') {
      const [text, own_] = isArray(item) ? item : [item];
      const local = isObject(own_) ? own_ : {};
      const names = [...String(text as string).matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name ?? '');
      const ids = names.filter((name) => !Object.hasOwn(local, name)).map((name) => name.split('.')[0] ?? '');
      return [...ids.map((id) => ({ id, at })), ...referencesIn(local, at)];
    }
    return referencesIn(item, [...at, key]);
  });
}

const pseudo = new Set(
  ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
    (name) => `AWS::${name}`,
  ),
);

/** References that lead nowhere, and parameters that nothing refers to. A definition has no functions of CloudFormation. */
export function checkReferences(template: JsonObject, tell: Tell): void {
  const names = (section: string) => Object.keys((own(template, section) ?? {}) as JsonObject);
  const known = new Set([...names('Resources'), ...names('Parameters')]);
  const references = [
    ...referencesIn(own(template, 'Resources') ?? {}, ['Resources']),
    ...referencesIn(own(template, 'Outputs') ?? {}, ['Outputs']),
  ];
  for (const { id, at } of references)
    if (!known.has(id) && !pseudo.has(id)) tell(at, `There is no resource or parameter "${id}".`);
  const used = new Set(references.map(({ id }) => id));
  for (const name of names('Parameters'))
    if (!used.has(name)) tell(['Parameters', name], `Nothing refers to the parameter "${name}".`);
}
