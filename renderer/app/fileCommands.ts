import { canvasView } from '../editor/canvasView';
import type { CommandActions } from '../editor/commands';
import { activeDocument } from '../editor/editing';
import { openNew } from '../editor/sessions';
import { activeSession, showOverlay } from '../editor/store';
import { close, copyAsl, openByDialog, save, saveAs, showStart } from './files';

const hasTab = () => activeSession() !== null;
const hasDocument = () => activeDocument() !== null;

export const fileCommands: CommandActions<
  | 'file.new'
  | 'file.open'
  | 'help.examples'
  | 'file.save'
  | 'file.saveAs'
  | 'file.export'
  | 'file.copyAsl'
  | 'file.settings'
  | 'file.close'
> = {
  'file.new': {
    run: () => {
      openNew();
      // Once its canvas is there, so that Tab adds the first state.
      requestAnimationFrame(() => requestAnimationFrame(() => canvasView()?.focus()));
    },
  },
  'file.open': { run: () => void openByDialog() },
  'help.examples': { run: showStart },
  'file.save': { run: () => void save(), enabled: hasTab },
  'file.saveAs': { run: () => void saveAs(), enabled: hasTab },
  'file.export': { run: () => showOverlay('export'), enabled: hasDocument },
  'file.copyAsl': { run: () => void copyAsl(), enabled: hasTab },
  'file.settings': { run: () => showOverlay('settings') },
  'file.close': { run: () => void close(), enabled: hasTab },
};
