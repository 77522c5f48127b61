import { type JsonObject, isObject } from '../../base/index';
import { withText, type WorkflowDocument } from '../document';
import type { Sidecar } from '../sidecar';
import type { Splice } from '../text/splice';
import { positionsDelta, withPositions, type PositionsDelta } from './positionsDelta';
import { textDelta } from './textDelta';
import { valueDelta, withDelta, type ValueDelta } from './valueDelta';

/** A document by what is different in it from another one, which it takes to have it again. */
export type DocumentDelta =
  | {
      readonly kind: 'changes';
      readonly text: readonly Splice[];
      readonly definition: ValueDelta | null;
      readonly positions: PositionsDelta | null;
      /** All of the sidecar but the positions. */
      readonly beside: ValueDelta | null;
    }
  /** Nothing in common, such as a text in the other format. */
  | { readonly kind: 'whole'; readonly document: WorkflowDocument };

/** What it takes to get from one document to the other. */
export function documentDelta(from: WorkflowDocument, to: WorkflowDocument): DocumentDelta {
  if (from.source.format !== to.source.format) return { kind: 'whole', document: to };
  return {
    kind: 'changes',
    text: from.source === to.source ? [] : textDelta(from.source.text, to.source.text),
    definition: valueDelta(from.definition, to.definition),
    positions: positionsDelta(from.sidecar.positions, to.sidecar.positions),
    beside: from.sidecar === to.sidecar ? null : valueDelta(besideOf(from.sidecar), besideOf(to.sidecar)),
  };
}

/** The other document again: its text byte for byte, its definition with the same keys in the same order. */
export function withDocumentDelta(from: WorkflowDocument, delta: DocumentDelta): WorkflowDocument {
  if (delta.kind === 'whole') return delta.document;
  const definition = withDelta(from.definition, delta.definition);
  if (!isObject(definition)) throw new Error('a definition is an object');
  return {
    ...withText(from, delta.text, definition),
    sidecar: withBeside(withPositions(from.sidecar.positions, delta.positions), from.sidecar, delta.beside),
  };
}

function besideOf({ positions: _positions, ...beside }: Sidecar): JsonObject {
  return beside;
}

function withBeside(positions: Sidecar['positions'], from: Sidecar, delta: ValueDelta | null): Sidecar {
  if (!delta) return positions === from.positions ? from : { ...from, positions };
  return { positions, ...(withDelta(besideOf(from), delta) as Omit<Sidecar, 'positions'>) };
}
