import type { JsonPath, JsonValue } from '#shared/base/index';
import { JsonInput, type InputIds } from '../../ui/Inputs';
import { keepDraft, useDraft } from '../drafts';

interface Props {
  readonly ids: InputIds;
  /** The place in the definition, under which what is typed is kept while it is no value. */
  readonly at: JsonPath;
  readonly value: JsonValue | undefined;
  readonly write: (value: JsonValue | undefined) => void;
  readonly check?: (value: JsonValue | undefined) => string | null;
  readonly placeholder?: string | undefined;
}

/** A JSON field of the document on screen. What is not valid yet is a draft: it stays, whatever is looked at meanwhile. */
export function DocumentJson({ at, write, ...input }: Props) {
  return <JsonInput {...input} draft={useDraft(at)} onChange={write} onDraft={(draft) => keepDraft(at, draft)} />;
}
