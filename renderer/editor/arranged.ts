import { arrange, projectGraph } from '#shared/graph/index';
import type { StatePath, WorkflowDocument } from '#shared/workflow/index';

/** Gives every state a place; what already has one keeps it. The former document saves projecting what did not change. */
export function arranged(
  document: WorkflowDocument,
  mode: 'open' | 'edit' | 'fresh',
  collapsed?: ReadonlySet<StatePath>,
  former?: WorkflowDocument,
): WorkflowDocument {
  const graph = projectGraph(document.definition, former && projectGraph(former.definition));
  const positions = arrange(graph, document.sidecar.positions, mode, collapsed, document.sidecar.direction);
  if (positions === document.sidecar.positions) return document;
  return { ...document, sidecar: { ...document.sidecar, positions } };
}
