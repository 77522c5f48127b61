/** The door of this room: what others may use. Inside it, files import each other directly. */
export { exporters, type Exporter, type NamedWorkflow } from './registry';
