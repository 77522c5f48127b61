import { valueAt } from '#shared/base/index';
import { validateDefinition } from '#shared/validation/index';
import { type WorkflowDocument, filledDefinition, placeholdersOf } from '#shared/workflow/index';

/**
 * The placeholders that a run cannot do without: they stand where only a number or the like can, and have no value yet.
 * A Resource is not among them: what a deployment fills in there is taken for a function.
 */
export function missingValues(document: WorkflowDocument): readonly string[] {
  const { placeholders } = document.sidecar;
  const open = placeholdersOf(document).flatMap(({ name, isValue }) =>
    isValue && !Object.hasOwn(placeholders, name) ? [name] : [],
  );
  if (open.length === 0) return [];
  // Any text in its place shows whether text may stand there; what validation passes over is the placeholder itself.
  const asText = new Map(open.map((name) => [`any text for ${name}`, name]));
  const values = { ...placeholders, ...Object.fromEntries([...asText].map(([text, name]) => [name, text])) };
  const filled = filledDefinition({ ...document, sidecar: { ...document.sidecar, placeholders: values } });
  const refused = validateDefinition(filled).filter(
    ({ severity, at }) => severity === 'error' && at.at(-1) !== 'Resource',
  );
  const places = new Set(refused.map(({ at }) => valueAt(filled, at)));
  return [...asText].flatMap(([text, name]) => (places.has(text) ? [name] : []));
}
