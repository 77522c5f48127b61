// npm start: builds when needed, then opens the app; in a browser where there is no display or no Electron.
import { resolve } from 'node:path';
import { buildWhenNeeded } from './lib/build.mjs';
import { resolveElectron } from './lib/electron.mjs';
import { missingLibraries } from './lib/libraries.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';

const args = process.argv.slice(2);

/** Why the app cannot have a window of its own here; null when it can. */
function noWindow() {
  if (args.includes('--browser')) return 'Shown in the browser, as asked.';
  const display = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && !display)
    return 'There is no display here (DISPLAY is not set), so the app is shown in a browser.';
  if (process.platform === 'linux' && process.getuid?.() === 0 && !args.includes('--no-sandbox')) {
    return 'Chromium refuses to run as root with its sandbox. Start as another user, or decide for yourself: npm start -- --no-sandbox';
  }
  return null;
}

/** @returns {ReturnType<typeof resolveElectron>} */
function usableElectron() {
  const found = resolveElectron();
  if ('problem' in found) return found;
  const missing = missingLibraries(found.executable);
  if (missing.length === 0) return found;
  return { problem: `Electron cannot run here without ${missing.join(', ')}, so the app is shown in a browser.` };
}

const built = await buildWhenNeeded();
if (built !== 0) process.exit(built);
const reason = noWindow();
const electron = reason === null ? usableElectron() : { problem: reason };
if ('problem' in electron) {
  await serve(electron.problem);
} else {
  const files = args.map((argument) =>
    argument.startsWith('-') ? argument : resolve(process.env['INIT_CWD'] ?? '', argument),
  );
  process.exit(await run(electron.executable, [root, ...files]));
}
