/** The door of this room: what others may use. Inside it, files import each other directly. */
export { logTo, type Log } from './log';
export { serveEndpoint, type Endpoint, type EndpointOptions } from './serveEndpoint';
