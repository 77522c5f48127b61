import { net, protocol } from 'electron';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentTypes, securityHeaders } from '#shared/protocol/contentSecurity';

export const appOrigin = 'app://stepwright';

/** Has to run before the app is ready: gives the page an origin of its own, with storage and workers, instead of file://. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer, and nothing outside its folder. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'stepwright') return new Response('Not found', { status: 404 });
    const path = normalize(join(folder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
    if (!path.startsWith(folder + sep)) return new Response('Not found', { status: 404 });
    const file = await net.fetch(pathToFileURL(path).toString()).catch(() => null);
    if (!file?.ok) return new Response('Not found', { status: 404 });
    const headers = {
      ...securityHeaders(url.pathname),
      'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
    };
    return new Response(file.body, { headers });
  });
}
