import { expressionSource, isExpression } from '../asl/index';
import type { JsonPath } from '../base/index';
import { expressionFacts, pathFacts, visitTemplate } from '../expressions/index';
import { type EvaluatedField, visitTexts } from './expressionFields';

/** A variable that is read, and the place below its state where that is. */
export interface VariableRead {
  readonly name: string;
  readonly at: JsonPath;
  /** Whether the expression asks for it with `$exists`, and so knows that it may be missing. */
  readonly asked: boolean;
}

/** The variables that evaluated fields of a state read, each at every place. */
export function variablesRead(fields: readonly EvaluatedField[]): readonly VariableRead[] {
  const reads: VariableRead[] = [];
  for (const field of fields) collect(field, reads);
  return reads;
}

function collect(field: EvaluatedField, reads: VariableRead[]): void {
  const { value, at } = field;
  switch (field.kind) {
    case 'path':
      return void (typeof value === 'string' && readPath(value, at, reads));
    case 'template':
      return visitTemplate(value, at, (_object, key, member, holder) => {
        if (typeof member === 'string') readPath(member, [...holder, key], reads);
      });
    case 'jsonata':
      return visitTexts(value, at, (text, place) => {
        if (!isExpression(text)) return;
        const { variables, asked } = expressionFacts(expressionSource(text));
        for (const name of variables) reads.push({ name, at: place, asked: asked.includes(name) });
      });
  }
}

function readPath(text: string, at: JsonPath, reads: VariableRead[]): void {
  for (const name of pathFacts(text).variables) reads.push({ name, at, asked: false });
}
