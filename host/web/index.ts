/** The door of this room: what others may use. Inside it, files import each other directly. */
export { serveDesigner } from './serveDesigner';
export { serveRenderer } from './serveRenderer';
