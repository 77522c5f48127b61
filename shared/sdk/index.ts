/** The door of this room: what others may use. Inside it, files import each other directly. */
export {
  catalogueOf,
  fileName,
  nothingLoaded,
  sdkAction,
  withFile,
  type CatalogueFile,
  type LoadedCatalogue,
} from './catalogue';
export { type SdkAction, type SdkService } from './format';
export type { SdkOutputs } from './outputs';
export { resultsFor } from './resultsFor';
export { searchActions, type SdkIndex } from './search';
