import { readPlaced } from '../../workflow/index';
import { cloudFormation } from '../cloudFormation';
import type { NamedWorkflow } from '../contract';
import { checkTemplate } from './checkTemplate';
import type { TemplateFinding } from './finding';

/**
 * What is wrong with workflows as a stack, in whatever form it is written: all forms say the same resources, and the template
 * is the one that is judged.
 */
export function stackProblems([first, ...along]: readonly NamedWorkflow[]): readonly TemplateFinding[] {
  if (first === undefined) return [];
  const files = cloudFormation.export(first.document, { name: first.name, along });
  if (!files.ok) return [{ at: [], message: files.problem }];
  return checkTemplate(readPlaced(files.value[0]?.text ?? '', 'yaml')?.value ?? null);
}
