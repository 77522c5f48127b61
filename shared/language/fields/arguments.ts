import { type JsonObject, type JsonPath, own } from '../../base/index';
import { type ArgumentField, type SdkCatalogue, type ValueType, readResource } from '../../services/index';
import type { KnownField } from './contract';

interface Call {
  readonly fields: readonly ArgumentField[];
  readonly url?: string;
}

/** What the Resource of a Task calls, as far as it is known: from the registry, else from the catalogue. */
function callOf(state: JsonObject, catalogue: SdkCatalogue | null): Call | null {
  const resource = own(state, 'Resource');
  const read = typeof resource === 'string' ? readResource(resource) : null;
  if (read?.kind === 'action') return { fields: read.action.fields, url: read.action.helpUrl };
  if (read?.kind !== 'integration' || !read.sdk) return null;
  const fields = catalogue?.fields(read.service, read.action);
  return fields ? { fields } : null;
}

/** The type of the value at a path below the arguments; null where it is not known. */
export function argumentType(state: JsonObject, path: JsonPath, catalogue: SdkCatalogue | null): ValueType | null {
  const call = callOf(state, catalogue);
  let type: ValueType | null = call && { kind: 'object', fields: call.fields };
  for (const step of path) {
    if (type?.kind === 'object') {
      const name = String(step).replace(/\.\$$/, '');
      type = type.fields?.find((field) => field.name === name)?.type ?? null;
    } else if (type?.kind === 'list') type = type.items ?? null;
    else if (type?.kind === 'map') type = type.values ?? null;
    else return null;
  }
  return type;
}

/** The arguments that may stand in the object at a path below the arguments. */
export function argumentFields(
  state: JsonObject,
  path: JsonPath,
  catalogue: SdkCatalogue | null,
): readonly KnownField[] {
  const type = argumentType(state, path, catalogue);
  const url = callOf(state, catalogue)?.url;
  return type?.kind === 'object'
    ? (type.fields ?? []).map((field) => ({ ...knownArgument(field), ...(url ? { url } : {}) }))
    : [];
}

function knownArgument({ name, type, required, help }: ArgumentField): KnownField {
  const values = type.kind === 'enum' ? { values: type.values } : {};
  return { name, help: help ?? '', form: formOf(type), required: required === true, ...values };
}

function formOf({ kind }: ValueType): KnownField['form'] {
  switch (kind) {
    case 'string':
    case 'enum':
      return 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'json':
      return 'any';
    case 'list':
      return 'list';
    case 'map':
    case 'object':
      return 'object';
  }
}
