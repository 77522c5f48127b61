import type { MachinePart } from '../stack/machinePart';
import { machineId } from '../stack/triggerResources';
import { remarkLines } from '../stack/template';
import { codeOf, type Construct, type Language } from './code';
import { coreNamesIn, modulesIn, referencesTo } from './references';

const text = (value: string): string =>
  `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
const template = (value: string): string => value.replace(/[\\`]|\$(?=\{)/g, '\\$&');

const typescript: Language = {
  indentation: '  ',
  variable: (id) => id.slice(0, 1).toLowerCase() + id.slice(1),
  member: (name) => name,
  text,
  joined: (parts) => `\`${parts.map((part, index) => (index % 2 === 1 ? `\${${part}}` : template(part))).join('')}\``,
  literal: String,
  key: (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key)),
  expression: (expression) => expression.typescript,
  call(callee, args, fields, indent) {
    const lines = fields.map(([name, code]) => `${indent}  ${name}: ${code},\n`).join('');
    const object = fields.length === 0 ? (callee === '' ? ['{}'] : []) : [`{\n${lines}${indent}}`];
    return callee === '' ? (object[0] ?? '') : `${callee}(${[...args, ...object].join(', ')})`;
  },
};

/** A stack of CDK in TypeScript, as a class in a file of its own. */
export function typescriptStack(
  className: string,
  parts: readonly MachinePart[],
  constructs: readonly Construct[],
): string {
  const parameters = parts.flatMap((part) => part.parameters.all.filter(({ isPseudo }) => !isPseudo));
  const referenceTo = referencesTo(typescript, constructs, parameters);
  const inside = '    ';
  const made = constructs.flatMap(({ id, className: name, props, tags = {}, isKept }) => {
    const variable = typescript.variable(id);
    const fields = codeOf(props, typescript, referenceTo, inside);
    const kept = isKept === true ? [`${variable}.applyRemovalPolicy(RemovalPolicy.RETAIN);`] : [];
    const tagged = Object.entries(tags).map(([key, value]) => {
      const written = codeOf(value, typescript, referenceTo, inside);
      return `Tags.of(${variable}).add(${text(key)}, ${written});`;
    });
    return [`const ${variable} = new ${name}(this, ${text(id)}, ${fields});`, ...kept, ...tagged];
  });
  const statements = [
    ...parameters.map(
      ({ id, value }) =>
        `const ${typescript.variable(id)} = new CfnParameter(this, ${text(id)}, {${value === null ? '' : ` default: ${text(value)} `}});`,
    ),
    ...made,
    ...parts.map((part) => {
      const machine = machineId(part);
      return `new CfnOutput(this, '${machine}Arn', { value: ${referenceTo(machine, 'ref')} });`;
    }),
  ];
  const body = statements.map((line) => `${inside}${line}\n`).join('');
  return [
    remarkLines(parts, '//').trimEnd(),
    `import { readFileSync } from 'node:fs';`,
    `import { join } from 'node:path';`,
    `import { ${[...coreNamesIn(body), 'Stack', 'type StackProps'].join(', ')} } from 'aws-cdk-lib';`,
    ...modulesIn(body).map(([name, module]) => `import * as ${name} from 'aws-cdk-lib/${module}';`),
    `import type { Construct } from 'constructs';`,
    '',
    `export class ${className} extends Stack {`,
    `  constructor(scope: Construct, id: string, props?: StackProps) {`,
    `    super(scope, id, props);`,
    body.trimEnd(),
    `  }`,
    `}`,
    '',
  ].join('\n');
}
