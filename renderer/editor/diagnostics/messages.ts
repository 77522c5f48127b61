import type { MachineType } from '#shared/asl/index';
import type { JsonPatch } from '#shared/base/index';
import type { Diagnostic } from '#shared/validation/index';
import type { CatalogueFile, LoadedCatalogue } from '#shared/sdk/index';

/** What the worker of validation is told. It holds the definition of each document, and gets what differs. */
export type ToValidator =
  | {
      readonly kind: 'definition';
      readonly document: string;
      readonly version: number;
      readonly patch: JsonPatch;
      readonly type: MachineType;
      /** Codes of warnings that are not told. */
      readonly switchedOff: readonly string[];
    }
  | { readonly kind: 'closed'; readonly document: string }
  /** What has been loaded of the catalogue since; everything is judged again with it. */
  | { readonly kind: 'catalogue'; readonly loaded: LoadedCatalogue };

export type FromValidator =
  | {
      readonly kind: 'judged';
      readonly document: string;
      readonly version: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** A part of the catalogue that a definition asks for. */
  | { readonly kind: 'wanted'; readonly file: CatalogueFile };
