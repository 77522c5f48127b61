import type { IncomingHttpHeaders } from 'node:http';

/** The names under which the endpoint answers; each also with `sync-` before it, as clients add it to some operations. */
const ownNames = ['127.0.0.1', 'localhost', 'stepwright'];

/**
 * Why a request is refused: it came in under a name that is none of ours, as a page elsewhere would reach us through its own
 * DNS, or a page of another origin sent it.
 */
export function refusal({ host = '', origin }: IncomingHttpHeaders): string | null {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!ownNames.includes(name.replace(/^sync-/, ''))) return `The endpoint does not answer as "${name}".`;
  if (origin !== undefined && origin !== `http://${host}`) return 'Pages of other origins are refused.';
  return null;
}

/** The region that a request is signed for; the signature itself is not looked at. */
export function regionOf({ authorization = '' }: IncomingHttpHeaders, usual: string): string {
  return /Credential=[^/,\s]+\/\d+\/([a-z0-9-]+)\/states\/aws4_request/.exec(authorization)?.[1] ?? usual;
}
