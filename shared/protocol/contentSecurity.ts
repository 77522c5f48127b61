const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * Response headers for a file of the renderer, in the app and in the browser.
 * The worker that runs asl-validator is the one exception: its schemas are compiled to code at run time, so it may
 * evaluate code, and in return it can reach nothing at all.
 * @param path of the file, from the root of the renderer
 */
export function securityHeaders(path: string): Record<string, string> {
  const evaluates = /\/secondOpinion[^/]*\.js$/.test(path);
  const directives = evaluates
    ? { ...policy, 'script-src': "'self' 'unsafe-eval'", 'connect-src': "'none'", 'worker-src': "'none'" }
    : policy;
  return {
    'Content-Security-Policy': Object.entries(directives).map((entry) => entry.join(' ')).join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}

/** Content types of what a build of the renderer holds. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
