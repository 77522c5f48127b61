import { valueAt } from '#shared/base/index';
import { validateDefinition } from '#shared/validation/index';
import { type WorkflowDocument, filledDefinition, placeholdersOf } from '#shared/workflow/index';

/** The placeholders that a run cannot do without: they stand where only a number or the like can, and have no value yet. */
export function missingValues(document: WorkflowDocument): readonly string[] {
  const values = document.sidecar.placeholders;
  const open = placeholdersOf(document).filter(({ name, isValue }) => isValue && !Object.hasOwn(values, name));
  if (open.length === 0) return [];
  const filled = filledDefinition(document);
  const breaches = validateDefinition(filled).filter(({ code }) => code === 'FILLED_IN_LATER');
  const places = new Set(breaches.map(({ at }) => valueAt(filled, at)));
  return open.flatMap(({ name }) => (places.has(`\${${name}}`) ? [name] : []));
}
