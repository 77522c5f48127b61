/** Content types of what a build of the renderer holds, by extension. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
};

/**
 * The file of the built renderer that an address asks for, relative to its folder and parted by `/`; null when the
 * address leads out of that folder on any system, or is not well-formed.
 * @param pathname of the URL, still percent-encoded
 */
export function rendererFile(pathname: string): string | null {
  if (pathname === '/' || pathname === '') return 'index.html';
  const parts = decoded(pathname)?.split('/').slice(1) ?? [];
  // A backslash and a colon mean folders and drives on Windows.
  const plain = parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\:\0]/.test(part));
  return parts.length > 0 && plain ? parts.join('/') : null;
}

export function contentTypeOf(file: string): string {
  return contentTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * Where the local server hands out the key for what a browser keeps, to a POST of its own page; base64 of 32 bytes. It is no
 * file of the renderer.
 */
export const browserKeyPath = '/browser-key';
