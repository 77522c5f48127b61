export { distributed, snapped, type Guide } from './alignment';
export { arrange } from './arrange';
export { aroundAll, boxesOf, endId, meet, startId, type Boxes } from './boxes';
export { edgePath } from './edgePath';
export { shortText } from './labels';
export { measureGraph, type Geometry } from './measure';
export { edgeId, projectGraph } from './project';
export { pictureOf, type Picture, type PictureView } from './picture';
export { routeEdges, type Route } from './route';
export type {
  BrokenEdge,
  EdgeKind,
  Graph,
  GraphEdge,
  GraphNode,
  Point,
  Rect,
  ScopeGeometry,
  ScopeGraph,
  Size,
} from './types';

export { upright, uprightPoint } from './direction';
export { card } from './sizes';
