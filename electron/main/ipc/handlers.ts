import { clipboard, Menu, type BrowserWindow } from 'electron';
import type { ClosingWindow } from '../closing';
import { showCommandState } from '../menu';
import type { OpenRequests } from '../openRequests';
import type { Handlers } from './answer';
import { createFileHandlers, type FileServices } from './fileHandlers';

export interface Services extends FileServices {
  readonly closing: ClosingWindow;
  readonly openRequests: OpenRequests;
  windowOf(): BrowserWindow | null;
}

/** What each request of the protocol does. */
export function createHandlers(services: Services): Handlers {
  const { closing, openRequests, windowOf } = services;

  return {
    ...createFileHandlers(services),
    writeClipboard: (text) => {
      clipboard.writeText(text);
      return null;
    },
    setWindowState: ({ title, edited, disabled, checked }) => {
      const menu = Menu.getApplicationMenu();
      if (menu) showCommandState(menu, { disabled, checked });
      windowOf()?.setTitle(title);
      closing.setEdited(edited);
      return null;
    },
    ready: () => openRequests.take(),
    closeAnswer: ({ close }) => {
      closing.answer(close);
      return null;
    },
  };
}
