import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8FromText } from './base64';

const algorithms: ReadonlyMap<string, (data: Uint8Array) => Uint8Array> = new Map([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
]);

/** The digest of a text's UTF-8 bytes in lower-case hexadecimal, or undefined for an algorithm that AWS does not offer. */
export function hash(text: string, algorithm: string): string | undefined {
  const digest = algorithms.get(algorithm);
  return digest && bytesToHex(digest(utf8FromText(text)));
}
