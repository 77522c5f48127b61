import { textOfVersion, type Version } from '../broken';
import type { ParseProblem } from '../text/problem';
import { applySplices, type Splice } from '../text/splice';
import { documentDelta, withDocumentDelta, type DocumentDelta } from './documentDelta';
import { textDelta } from './textDelta';

/** A version by what is different in it from another one, which it takes to have it again. */
export interface VersionDelta {
  /** `same` is the very document, so that what was made of it is not made again. */
  readonly document: DocumentDelta | { readonly kind: 'same' } | { readonly kind: 'none' };
  /** The broken text by its changes from the text of the other version. */
  readonly broken: { readonly text: readonly Splice[]; readonly problem: ParseProblem } | null;
}

/** What it takes to get from one version to the other. */
export function versionDelta(from: Version, to: Version): VersionDelta {
  const { document, broken } = to;
  return {
    document:
      document === from.document
        ? { kind: 'same' }
        : !document
          ? { kind: 'none' }
          : from.document
            ? documentDelta(from.document, document)
            : { kind: 'whole', document },
    broken: broken && { text: textDelta(textOfVersion(from), broken.text), problem: broken.problem },
  };
}

/** The other version again. */
export function withVersionDelta(from: Version, { document, broken }: VersionDelta): Version {
  return {
    document: documentWith(from, document),
    broken: broken && { text: applySplices(textOfVersion(from), broken.text), problem: broken.problem },
  };
}

function documentWith({ document }: Version, delta: VersionDelta['document']): Version['document'] {
  if (delta.kind === 'same') return document;
  if (delta.kind === 'none') return null;
  if (delta.kind === 'whole') return delta.document;
  if (!document) throw new Error('changes are those of a document');
  return withDocumentDelta(document, delta);
}
