import { platform } from '../platform/index';
import { rememberConfigurations } from '../features/runs/rememberConfigurations';
import { loadRuns } from '../features/runs/runHistory';
import { isUnsaved } from '../editor/session';
import { activeSession, getState, onAppChange } from '../editor/store';
import { validateInWorker } from '../editor/diagnostics/diagnosticsStore';
import { canRun, isChecked, runCommand } from '../editor/commands';
import { onRunsChange } from '../editor/runs/runStore';
import { commandIds } from '#shared/protocol/index';
import { readSetting, writeSetting } from '../platform/storage';
import { connectCommands } from './commands';
import { examples, openExample } from './examples';
import { closeAll, fileChanged, openDropped, takeOpened } from './files';
import { saveByItself } from './autosave';
import { handleKeys } from './keyboard';
import { rememberFocus } from './parts';
import { storeRecovery, restoreRecovery } from './recovery';
import { handleClipboard } from './clipboard';
import { followTheme, showSettings } from './theme';

/** Connects the app to its machine and opens what there is to open: unsaved work, the files asked for, else an example. */
export async function start(): Promise<void> {
  connectCommands();
  followTheme();
  showSettings();
  saveByItself();
  void loadRuns();
  rememberConfigurations();
  validateInWorker();
  handleKeys();
  rememberFocus();
  handleClipboard();
  acceptDrops();
  showWindowState();
  platform.onCommand(runCommand);
  platform.onFileChanged(fileChanged);
  platform.onCloseRequested(() => void closeAll());
  await restoreRecovery();
  storeRecovery();
  await platform.onOpenRequest((outcomes) => void takeOpened(outcomes));
  const firstTime = readSetting('started') === null;
  writeSetting('started', true);
  const [first] = examples;
  if (firstTime && first && getState().sessions.length === 0) openExample(first);
  document.documentElement.dataset['ready'] = '';
}

/** Files dropped anywhere on the window are opened. */
function acceptDrops(): void {
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void openDropped(files);
  });
}

/** The window's title, whether closing it has to be asked for, and what its menu offers. */
function showWindowState(): void {
  let shown = '';
  let waiting = false;
  const show = () => {
    waiting = false;
    const session = activeSession();
    const edited = getState().sessions.some(isUnsaved);
    const title = session ? `${session.name}${isUnsaved(session) ? ' •' : ''} — Stepwright` : 'Stepwright';
    const disabled = commandIds.filter((id) => !canRun(id));
    const checked = commandIds.filter(isChecked);
    const state = { title, edited, disabled, checked };
    const text = JSON.stringify(state);
    if (text === shown) return;
    shown = text;
    platform.setWindowState(state);
  };
  // After what changed has been drawn: the canvas comes and goes with the view.
  const showSoon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(show);
  };
  show();
  onAppChange(showSoon);
  onRunsChange(showSoon);
}
