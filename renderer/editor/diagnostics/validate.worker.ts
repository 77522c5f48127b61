import type { MachineType } from '#shared/asl/index';
import { type JsonObject, type JsonValue, applyPatch, isObject } from '#shared/base/index';
import type { SdkCatalogue } from '#shared/services/index';
import { told, validateDefinition } from '#shared/validation/index';
import { catalogueOf, nothingLoaded, type CatalogueFile } from '#shared/sdk/index';
import type { FromValidator, ToValidator } from './messages';

interface Held {
  readonly version: number;
  readonly definition: JsonObject;
  readonly type: MachineType;
  readonly switchedOff: readonly string[];
}

const documents = new Map<string, Held>();
let loaded = nothingLoaded;
let catalogue: SdkCatalogue = catalogueOf(loaded, want);

self.onmessage = ({ data }: MessageEvent<ToValidator>) => {
  switch (data.kind) {
    case 'definition': {
      const before: JsonValue = documents.get(data.document)?.definition ?? {};
      const definition = applyPatch(before, data.patch);
      documents.set(data.document, {
        version: data.version,
        definition: isObject(definition) ? definition : {},
        type: data.type,
        switchedOff: data.switchedOff,
      });
      return judge(data.document);
    }
    case 'closed':
      return void documents.delete(data.document);
    case 'catalogue':
      loaded = {
        index: data.loaded.index ?? loaded.index,
        services: { ...loaded.services, ...data.loaded.services },
        outputs: { ...loaded.outputs, ...data.loaded.outputs },
      };
      catalogue = catalogueOf(loaded, want);
      for (const document of documents.keys()) judge(document);
  }
};

function judge(document: string): void {
  const held = documents.get(document);
  if (!held) return;
  const diagnostics = told(validateDefinition(held.definition, catalogue, held.type), held.switchedOff);
  post({ kind: 'judged', document, version: held.version, diagnostics });
}

function want(file: CatalogueFile): void {
  post({ kind: 'wanted', file });
}

function post(message: FromValidator): void {
  self.postMessage(message);
}
