/** The version of the package, which `npm run cli` writes into the bundle. */
export const version = process.env['STEPWRIGHT_VERSION'] ?? 'unbundled';
