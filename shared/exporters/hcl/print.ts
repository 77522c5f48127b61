/** An expression of Terraform as it is written. */
export class Code {
  constructor(readonly code: string) {}
}

/** A nested block, `logging_configuration { … }`; an object without it is an argument, `tags = { … }`. */
export class Block {
  constructor(readonly fields: Readonly<Record<string, HclValue>>) {}
}

export type HclValue =
  string | number | boolean | Code | Block | readonly HclValue[] | { readonly [key: string]: HclValue };

/** A top-level block. Source: Terraform language, "Configuration Syntax". */
export function hclBlock(type: string, labels: readonly string[], fields: Readonly<Record<string, HclValue>>): string {
  const head = [type, ...labels.map((label) => `"${label}"`)].join(' ');
  const body = bodyOf(fields, '  ');
  return body === '' ? `${head} {}\n` : `${head} {\n${body}}\n`;
}

function bodyOf(fields: Readonly<Record<string, HclValue>>, indent: string): string {
  return Object.entries(fields)
    .map(([name, value]) =>
      value instanceof Block
        ? `${indent}${name} {\n${bodyOf(value.fields, `${indent}  `)}${indent}}\n`
        : `${indent}${name} = ${hclCode(value, indent)}\n`,
    )
    .join('');
}

/** A value as code, whose inner lines stand at an indentation. */
export function hclCode(value: HclValue, indent = ''): string {
  if (value instanceof Code) return value.code;
  if (typeof value === 'string') return `"${hclText(value)}"`;
  if (typeof value !== 'object') return String(value);
  const inside = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value as readonly HclValue[];
    if (items.length === 0) return '[]';
    return `[\n${items.map((item) => `${inside}${hclCode(item, inside)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value as Readonly<Record<string, HclValue>>);
  if (entries.length === 0) return '{}';
  const keyOf = (key: string) => (/^[A-Za-z_][\w-]*$/.test(key) ? key : `"${hclText(key)}"`);
  return `{\n${entries.map(([key, item]) => `${inside}${keyOf(key)} = ${hclCode(item, inside)}\n`).join('')}${indent}}`;
}

/** The inside of quotes. What Terraform would take for a template of its own is escaped: `$${` and `%%{`. */
export function hclText(text: string): string {
  return templateText(JSON.stringify(text).slice(1, -1));
}

/** A text that Terraform reads as a template, so that it comes out as it is. */
export function templateText(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}
