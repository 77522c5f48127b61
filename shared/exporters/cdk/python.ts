import type { MachinePart } from '../stack/machinePart';
import { snakeName } from '../stack/names';
import { remarkLines } from '../stack/template';
import { machineId } from '../stack/triggerResources';
import { codeOf, type Construct, type Language } from './code';
import { coreNamesIn, modulesIn, referencesTo } from './references';

const text = (value: string): string => JSON.stringify(value);

const python: Language = {
  indentation: '    ',
  variable: snakeName,
  member: snakeName,
  text,
  joined: (parts) =>
    `f"${parts.map((part, index) => (index % 2 === 1 ? `{${part}}` : text(part).slice(1, -1).replace(/[{}]/g, '$&$&'))).join('')}"`,
  literal: (value) => (value === null ? 'None' : typeof value === 'number' ? String(value) : value ? 'True' : 'False'),
  key: text,
  expression: (expression) => expression.python,
  call(callee, args, fields, indent) {
    if (fields.length === 0) return `${callee}(${args.join(', ')})`;
    const named = fields.map(([name, code]) => `${snakeName(name)}=${code}`);
    return `${callee}(\n${[...args, ...named].map((each) => `${indent}    ${each},\n`).join('')}${indent})`;
  },
};

/** A stack of CDK in Python, as a class in a module of its own. */
export function pythonStack(
  className: string,
  parts: readonly MachinePart[],
  constructs: readonly Construct[],
): string {
  const parameters = parts.flatMap((part) => part.parameters.all.filter(({ isPseudo }) => !isPseudo));
  const referenceTo = referencesTo(python, constructs, parameters);
  const inside = '        ';
  const made = constructs.flatMap(({ id, className: name, props, tags = {}, isKept }) => {
    const variable = python.variable(id);
    const fields = Object.entries(props).map(
      ([key, value]) => [key, codeOf(value, python, referenceTo, `${inside}    `)] as const,
    );
    const kept = isKept === true ? [`${variable}.apply_removal_policy(RemovalPolicy.RETAIN)`] : [];
    const tagged = Object.entries(tags).map(([key, value]) => {
      const written = codeOf(value, python, referenceTo, inside);
      return `Tags.of(${variable}).add(${text(key)}, ${written})`;
    });
    return [`${variable} = ${python.call(name, ['self', text(id)], fields, inside)}`, ...kept, ...tagged];
  });
  const statements = [
    ...parameters.map(({ id, value }) => {
      const initial = value === null ? '' : `, default=${text(value)}`;
      return `${python.variable(id)} = CfnParameter(self, ${text(id)}${initial})`;
    }),
    ...made,
    ...parts.map((part) => {
      const machine = machineId(part);
      return `CfnOutput(self, "${machine}Arn", value=${referenceTo(machine, 'ref')})`;
    }),
  ];
  const body = statements.map((line) => `${inside}${line}\n`).join('');
  return [
    remarkLines(parts, '#').trimEnd(),
    'from pathlib import Path',
    '',
    `from aws_cdk import ${[...coreNamesIn(body), 'Stack'].join(', ')}`,
    ...modulesIn(body).map(([name, module]) => `from aws_cdk import ${module.replace('-', '_')} as ${name}`),
    'from constructs import Construct',
    '',
    '',
    `class ${className}(Stack):`,
    '    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:',
    '        super().__init__(scope, construct_id, **kwargs)',
    body,
  ].join('\n');
}
