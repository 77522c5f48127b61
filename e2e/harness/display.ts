/**
 * The display of this worker alone, as variables for a child process: windows of one display share a clipboard, and a test
 * would read what another one copied. Nothing where the system does not name displays.
 */
export function ownDisplay(): { readonly DISPLAY?: string } {
  const displays = (process.env['STEPWRIGHT_DISPLAYS'] ?? '').split(',').filter((display) => display !== '');
  // Playwright numbers the workers that run side by side from zero.
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % displays.length];
  return display === undefined ? {} : { DISPLAY: display };
}
