// npm run dev: the app with hot reload, in the Electron that `npm start` would take.
import { resolveElectron } from './lib/electron.mjs';
import { runTool } from './lib/run.mjs';

const electron = resolveElectron();
if ('problem' in electron) {
  console.log(`${electron.problem} The renderer alone is served instead.`);
  process.exit(await runTool('electron-vite', ['dev', '--rendererOnly']));
}
const args = process.argv.slice(2);
process.exit(
  await runTool('electron-vite', ['dev', '--watch', ...(args.length > 0 ? ['--', ...args] : [])], {
    ELECTRON_EXEC_PATH: electron.executable,
  }),
);
