/** The door of this room: what others may use. Inside it, files import each other directly. */
export { catalogueOf, sdkAction, type LoadedCatalogue } from './catalogue';
export { type SdkAction, type SdkService } from './format';
export { readIndex, searchActions, type SdkIndex } from './search';
