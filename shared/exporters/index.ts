/** The door of this room: what others may use. Inside it, files import each other directly. */
export { stackProblems } from './check/stackProblems';
export type { TemplateFinding } from './check/finding';
export type { ExportContext, ExportedFile, ExportedRun, Exporter, NamedWorkflow } from './contract';
export { pictureFont, workflowSvg } from './picture/svg';
export { exporters } from './registry';
export {
  logLevels,
  retentionDays,
  templateSettingsOf,
  withTemplateSettings,
  type LogLevel,
  type TemplateSettings,
} from './stack/settings';
