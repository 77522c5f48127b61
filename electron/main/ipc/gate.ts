import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { type RequestName, requestChannel, requests } from '#shared/protocol/index';
import { answer, type Handlers } from './answer';

/**
 * The one gate into the main process: a message is taken only from the main frame of our own page, and only when its
 * payload has the shape that the protocol says.
 */
export function openGate(handlers: Handlers, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(requestChannel(name), async (event, payload: unknown) => {
      if (!isOurs(event)) throw new Error('Refused: unknown sender.');
      return answer(handlers, name, payload);
    });
  }
}
