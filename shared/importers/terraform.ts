import { isObject, own } from '../base/index';
import { parseDocument, printAs } from '../workflow/index';
import type { FoundDefinition, Importer } from './contract';
import { argumentOf, topBlocks } from './hcl/blocks';
import { readExpression } from './hcl/expression';
import { heredocAt, skipBlank, skipBrackets } from './hcl/skip';
import type { HostFile } from './hostFile';
import { indentationOf, inRegion } from './places/region';

/** Source: Terraform's AWS provider, "aws_sfn_state_machine"; modules that take a `definition`, such as terraform-aws-modules. */
export const terraform: Importer = {
  id: 'terraform',
  label: 'Terraform file',
  recognise: (file) => machinesIn(file).length > 0,
  stateMachines: (file) =>
    machinesIn(file).map(({ id, at }) => ({ id, definition: definitionAt(file.text, at), substitutions: {} })),
};

function machinesIn({ isTerraform, text }: HostFile): readonly { readonly id: string; readonly at: number }[] {
  if (!isTerraform) return [];
  return topBlocks(text).flatMap((block) => {
    const [first, second] = block.labels;
    const isMachine = block.type === 'resource' && first === 'aws_sfn_state_machine';
    if (!isMachine && block.type !== 'module') return [];
    const at = argumentOf(text, block, 'definition');
    const id = (isMachine ? second : first) ?? '';
    return at === null || (!isMachine && !/\bStates\b/.test(text.slice(block.from, block.to))) ? [] : [{ id, at }];
  });
}

function definitionAt(text: string, at: number): FoundDefinition {
  const heredoc = heredocAt(text, at);
  if (heredoc) {
    const first = skipSpaces(text, heredoc.from);
    return inRegion(text, heredoc.from, heredoc.to, 'json', indentationOf(text, first), true);
  }
  const call = /jsonencode\s*\(/y;
  call.lastIndex = at;
  if (call.test(text)) return encoded(text, call.lastIndex - 1);
  const line = /[^\r\n]*/y;
  line.lastIndex = at;
  const written = line.exec(text)?.[0].trim() ?? '';
  const path = /^(?:templatefile|file)\s*\(\s*"([^"]+)"/.exec(written)?.[1];
  if (path !== undefined) return { kind: 'elsewhere', why: `Its definition is the file "${path}". Open that one.` };
  return { kind: 'elsewhere', why: `Its definition is an expression: ${written}` };
}

/** What `jsonencode` is given: JSON itself, which HCL takes too, or an object of HCL. */
function encoded(text: string, bracket: number): FoundDefinition {
  const from = skipBlank(text, bracket + 1);
  const to = skipBrackets(text, bracket) - 1;
  const end = from + text.slice(from, to).trimEnd().length;
  const found = inRegion(text, from, end, 'json', indentationOf(text, from), false);
  if (parseDocument(found).ok) return found;
  const value = readExpression(text.slice(from, to));
  if (value === null || !isObject(value) || !isObject(own(value, 'States')))
    return { kind: 'elsewhere', why: 'Its definition is an expression that only Terraform can read.' };
  return {
    kind: 'copy',
    format: 'json',
    text: printAs(value, 'json'),
    why: 'it is written in the language of Terraform',
    at: from,
  };
}

function skipSpaces(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}
