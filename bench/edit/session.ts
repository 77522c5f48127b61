import { arrange, pictureOf, projectGraph, type Picture } from '../../shared/graph/index';
import type { JsonObject } from '../../shared/base/json';
import type { Result } from '../../shared/base/result';
import type { Edited, EditProblem } from '../../shared/workflow/edits/contract';
import { printAs, type SourceFormat, type WorkflowDocument } from '../../shared/workflow/document';
import { parseDocument } from '../../shared/workflow/parse';
import { rootScope } from '../../shared/workflow/paths';
import { pushEntry, startUndo, type UndoStack } from '../../shared/workflow/undo';

/** An open document as the window has it: history and picture. */
export interface Open {
  readonly undo: UndoStack;
  readonly picture: Picture;
}

const view = { collapsed: new Set<never>(), focus: rootScope };

export function open(definition: JsonObject, format: SourceFormat): Open {
  const parsed = parseDocument({ text: printAs(definition, format), format });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return opened(parsed.value.document);
}

function opened(document: WorkflowDocument): Open {
  const positions = arrange(projectGraph(document.definition), {}, 'open');
  const placed = { ...document, sidecar: { ...document.sidecar, positions } };
  const picture = pictureOf({ definition: document.definition, positions }, view);
  return { undo: startUndo({ document: placed, broken: null, label: 'Open' }), picture };
}

/** All that an edit costs until its picture can be drawn: edit, text, projection, places, sizes, routes, history. */
export function act(before: Open, apply: (document: WorkflowDocument) => Result<Edited, EditProblem>): Open {
  const former = before.undo.present.document;
  if (!former) throw new Error('there is no document');
  const result = apply(former);
  if (!result.ok) throw new Error(result.problem.message);
  const { document } = result.value;
  const graph = projectGraph(document.definition, before.picture.graph);
  const positions = arrange(graph, document.sidecar.positions, 'edit');
  const placed = { ...document, sidecar: { ...document.sidecar, positions } };
  const picture = pictureOf({ definition: document.definition, positions }, view, before.picture);
  return { undo: pushEntry(before.undo, { document: placed, broken: null, label: 'Edit' }), picture };
}
