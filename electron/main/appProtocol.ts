import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentTypeOf, rendererFile, securityHeaders } from '#shared/protocol/index';

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
    const file = url.host === 'stepwright' ? rendererFile(url.pathname) : null;
    // Node's own reading also reaches into the archive of a packaged app.
    const body = file === null ? null : await readFile(join(folder, file)).catch(() => null);
    if (file === null || body === null) return new Response('Not found', { status: 404 });
    return new Response(body, { headers: { ...securityHeaders(file), 'Content-Type': contentTypeOf(file) } });
  });
}
