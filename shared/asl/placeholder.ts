import { type JsonValue, isObject } from '../base/index';

const placeholder = /[$#]\{[^}]+\}/;

/**
 * Whether deployment fills in a part of the text, so that what it says is not known here: `${Name}` of
 * DefinitionSubstitutions and Fn::Sub, `#{AWS::Region}` of the Serverless Framework.
 */
export function hasPlaceholder(text: string): boolean {
  return text.includes('{') && placeholder.test(text);
}

/**
 * Whether deployment decides about the value: a text with a placeholder, or a function of CloudFormation in the form of
 * JSON (`{"Ref": ...}`, `{"Fn::GetAtt": [...]}`), which templates write where a definition is an object.
 */
export function isPlaceholder(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return hasPlaceholder(value);
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  const [key] = keys;
  return keys.length === 1 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}
