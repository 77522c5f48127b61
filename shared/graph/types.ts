import type { JsonObject } from '../base/index';
import type { LayoutDirection, ScopePath, StatePath, TransitionRef } from '../workflow/index';

export interface GraphNode {
  readonly path: StatePath;
  readonly name: string;
  /** The Type field as it stands; may be something ASL does not know. */
  readonly type: string;
  readonly state: JsonObject;
  /** Scopes inside a Map or Parallel state, in the order of its branches. */
  readonly children: readonly ScopePath[];
  /** Whether an execution of the scope can end here: End, Succeed or Fail. */
  readonly ends: boolean;
}

export type EdgeKind = 'start' | 'next' | 'choice' | 'default' | 'catch';

/** One transition of the definition. `from` is null for the scope's StartAt. */
export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly ref: TransitionRef;
  readonly from: StatePath | null;
  readonly to: StatePath;
  /** What to write on the edge: the condition of a rule, the errors of a catcher. */
  readonly label: string | null;
}

/** A transition whose target is not a state of its scope. */
export interface BrokenEdge {
  readonly ref: TransitionRef;
  readonly from: StatePath | null;
  readonly target: string;
}

export interface ScopeGraph {
  readonly scope: ScopePath;
  readonly parent: StatePath | null;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly broken: readonly BrokenEdge[];
}

/** The picture of a definition: one graph a scope, outer scopes before inner ones. */
export interface Graph {
  readonly scopes: readonly ScopeGraph[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

/** Where a scope and what is in it stand. Coordinates count from the top left of the container, or of the canvas for the machine. */
export interface ScopeGeometry {
  /** The area of the scope inside its container: the whole picture for the machine, a lane for a branch. */
  readonly area: Rect;
  readonly cards: ReadonlyMap<StatePath, Rect>;
  readonly start: Rect | null;
  readonly end: Rect | null;
  /** What has to be added to a stored position to get a place in the container. */
  readonly origin: Point;
  readonly direction: LayoutDirection;
}
