import { Document, parseAllDocuments, visit, type ScalarTag } from 'yaml';
import { type JsonValue, NumberText } from '../../base/index';
import { isContainer } from './yamlParser';

/** A number is written as it was read; only what this reads never matches, so that reading is left to the schema. */
const numberText: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => value instanceof NumberText,
  test: /(?!)/,
  resolve: Number,
  stringify: ({ value }) => (value instanceof NumberText ? value.text : String(value)),
};

/** Texts that PyYAML reads as something else and the schema for YAML 1.1 does not know: value, merge key, octal of 1.2. */
const specialText = /^(?:=|<<|[-+]?0o[0-7_]+)$/;

interface Style {
  readonly indent?: number;
  readonly oneLine?: boolean;
}

/** Texts that a reader of YAML 1.1 (CloudFormation, SAM, PyYAML) takes for a boolean, number or date are quoted. */
function print(value: JsonValue, { indent = 2, oneLine = false }: Style): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    customTags: [numberText],
  });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && specialText.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({
    lineWidth: 0,
    indent,
    ...(oneLine ? { defaultStringType: 'PLAIN', blockQuote: false } : {}),
  });
}

/** A value as YAML in lines. */
export function printYaml(value: JsonValue, indent = 2): string {
  return print(value, { indent });
}

/** A text with regular layout: two spaces a level, comments and tags kept. Null for several documents in one text. */
export function formatYaml(text: string): string | null {
  const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [document] = Array.isArray(documents) ? documents : [];
  if (!document || documents.length > 1) return null;
  const formatted = document.toString({ lineWidth: 0, indent: 2 });
  return text.includes('\r\n') ? formatted.replace(/\r?\n/g, '\r\n') : formatted;
}

/** A value on one line; objects and lists as JSON, which YAML includes. */
export function flowYaml(value: JsonValue): string {
  return isContainer(value) ? JSON.stringify(value) : print(value, { oneLine: true }).trimEnd();
}

/** One level of indentation in a text: that of its first line that is indented. */
export function indentOf(text: string): number {
  return Math.min(8, Math.max(2, /:\s*\n( +)\S/.exec(text)?.[1]?.length ?? 2));
}
