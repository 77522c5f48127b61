/** The policy of the page. Everything is refused that is not named. */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  // React Flow and CodeMirror place things by style attributes and by style elements of their own.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** A worker has the policy that its own script is served with, so this widens nothing for the page. */
const evaluatingWorker = {
  ...policy,
  'script-src': "'self' 'unsafe-eval'",
  'worker-src': "'none'",
  'connect-src': "'none'",
};

/**
 * Response headers for a file of the renderer, in the app and in the browser.
 * The worker that runs asl-validator is the one exception: its schemas are compiled to code at run time, so it may
 * evaluate code, and in return it can reach nothing at all.
 * @param file path from the root of the renderer, as {@link rendererFile} gives it
 */
export function securityHeaders(file: string): Record<string, string> {
  const evaluates = /(^|\/)secondOpinion[^/]*\.js$/.test(file);
  return {
    'Content-Security-Policy': headerOf(evaluates ? evaluatingWorker : policy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}

/**
 * The policy for a meta element of the page, so that it holds even where no server of ours sends the headers.
 * It cannot say who may frame the page: browsers take that from the header alone.
 */
export function pagePolicy(): string {
  const { 'frame-ancestors': _headerOnly, ...inPage } = policy;
  return headerOf(inPage);
}

function headerOf(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
