import type { Result } from '../../base/result';
import { printDocument, type SourceFormat, type WorkflowDocument } from '../document';
import type { Edited, EditProblem } from '../edits/contract';
import { parseDocument } from '../parse';

/** The document of a text that is known to be good. */
export function read(text: string, format: SourceFormat = 'yaml'): WorkflowDocument {
  const parsed = parseDocument({ text, format });
  if (!parsed.ok) throw new Error(`${parsed.problem.message}\n${text}`);
  return parsed.value.document;
}

/** The text after an edit that is known to succeed. */
export function textAfter(result: Result<Edited, EditProblem>): string {
  if (!result.ok) throw new Error(result.problem.message);
  return printDocument(result.value.document);
}
