/** The door of this room: what others may use. Inside it, files import each other directly. */
export {
  eventChannel,
  isEventName,
  isPageRequest,
  recoveryEntry,
  requestChannel,
  requests,
  type Bridge,
  type DocumentFormat,
  type EventName,
  type EventOf,
  type ExportOutcome,
  type FileId,
  type FileType,
  type OnDisk,
  type OpenOutcome,
  type OpenedFile,
  type RecentFile,
  type RecoveryEntry,
  type ReplyOf,
  type RequestName,
  type RequestOf,
  type SaveAsOutcome,
  type SaveOutcome,
} from './channels';
export { commandIds, commands, type Command, type CommandId, type MenuName } from './commands';
export { isSidecarName, isWorkflowName, lineOfLoneSurrogate, sidecarName, workflowStem } from './fileNames';
export { securityHeaders } from './contentSecurity';
export { browserKeyPath, contentTypeOf, rendererFile } from './rendererFiles';
