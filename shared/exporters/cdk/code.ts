import type { JsonValue } from '../../base/index';
import { subParts } from '../stack/cloudFormation';

/** An expression as each language writes it. */
export class Expression {
  constructor(
    readonly typescript: string,
    readonly python: string,
  ) {}
}

/** A struct of CDK: an object in TypeScript, a call with keywords in Python. */
export class Struct {
  constructor(
    readonly name: string,
    readonly fields: Readonly<Record<string, CodeValue>>,
  ) {}
}

/** A construct that was made before, or what a method of it gives. */
export class Made {
  constructor(
    readonly id: string,
    readonly method: string | null = null,
  ) {}
}

/** A call: fields are an object behind the arguments in TypeScript, keywords in Python. */
export class Call {
  constructor(
    readonly callee: Expression,
    readonly args: readonly CodeValue[],
    readonly fields: Readonly<Record<string, CodeValue>> = {},
  ) {}
}

/** A value of a program: JSON, in which functions of CloudFormation are references, with expressions between. */
export type CodeValue =
  JsonValue | Expression | Struct | Made | Call | readonly CodeValue[] | { readonly [key: string]: CodeValue };

/** A construct that a stack makes. */
export interface Construct {
  /** Its id in the stack; the name of its variable is made of it. */
  readonly id: string;
  /** With its module: `events.CfnRule`. */
  readonly className: string;
  readonly props: Readonly<Record<string, CodeValue>>;
  readonly tags?: Readonly<Record<string, CodeValue>>;
  readonly isKept?: boolean;
  /** The attribute that `Ref` stands for, and that of its ARN. */
  readonly attributes: { readonly ref: string; readonly arn: string };
}

/** A field with the code of its value. */
export type Field = readonly [name: string, code: string];

/** A language that programs of CDK are written in. */
export interface Language {
  readonly indentation: string;
  variable(id: string): string;
  /** The name of an attribute, parameter or method: `attrArn`. */
  member(name: string): string;
  text(text: string): string;
  /** A text of parts, those at odd places expressions. */
  joined(parts: readonly string[]): string;
  literal(value: number | boolean | null): string;
  key(key: string): string;
  expression(expression: Expression): string;
  /** Arguments of a call or a struct (without a callee in TypeScript), the fields last. */
  call(callee: string, args: readonly string[], fields: readonly Field[], indent: string): string;
}

/** Writes a value at an indentation; `referenceTo` gives the expression that an id of the template stands for. */
export function codeOf(
  value: CodeValue,
  language: Language,
  referenceTo: (id: string, attribute: 'ref' | 'arn') => string,
  indent: string,
): string {
  const inside = indent + language.indentation;
  const inner = (each: CodeValue) => codeOf(each, language, referenceTo, inside);
  const fieldsOf = (fields: Readonly<Record<string, CodeValue>>): readonly Field[] =>
    Object.entries(fields).map(([name, field]) => [name, inner(field)]);
  if (value instanceof Expression) return language.expression(value);
  if (value instanceof Struct) {
    return language.call(language.expression(new Expression('', value.name)), [], fieldsOf(value.fields), indent);
  }
  if (value instanceof Made) {
    const method = value.method === null ? '' : `.${language.member(value.method)}()`;
    return language.variable(value.id) + method;
  }
  if (value instanceof Call) {
    const args = value.args.map((each) => codeOf(each, language, referenceTo, indent));
    return language.call(language.expression(value.callee), args, fieldsOf(value.fields), indent);
  }
  if (typeof value === 'string') return language.text(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return language.literal(value);
  if (Array.isArray(value)) {
    const items = value as readonly CodeValue[];
    if (items.length === 0) return '[]';
    return `[\n${items.map((item) => `${inside}${inner(item)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value as Readonly<Record<string, CodeValue>>);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const [name, given] = only;
    if (name === 'Ref') return referenceTo(String(given as string), 'ref');
    if (name === 'Fn::GetAtt') return referenceTo(String((given as readonly string[])[0]), 'arn');
    if (name === 'Fn::Sub') {
      const parts = subParts(String(given as string));
      return language.joined(parts.map((part, index) => (index % 2 === 1 ? referenceTo(part, 'ref') : part)));
    }
  }
  if (entries.length === 0) return '{}';
  return `{\n${entries.map(([key, item]) => `${inside}${language.key(key)}: ${inner(item)},\n`).join('')}${indent}}`;
}
