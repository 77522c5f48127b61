import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { type ReplyOf, type RequestName, type RequestOf, requestChannel, requests } from '#shared/protocol/index';

export type Handlers = {
  readonly [Name in RequestName]: (request: RequestOf<Name>) => Promise<ReplyOf<Name>> | ReplyOf<Name>;
};

/**
 * The one gate into the main process: a message is taken only from the main frame of our own page, and only when its
 * payload has the shape that the protocol says.
 */
export function openGate(handlers: Handlers, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(requestChannel(name), async (event, payload: unknown) => {
      if (!isOurs(event)) throw new Error('Refused: unknown sender.');
      const parsed = v.safeParse(requests[name].request, payload);
      if (!parsed.success) throw new Error(`Refused: "${name}" does not have this form.`);
      // The table pairs each name with its own types; TypeScript cannot see that through the union.
      return (handlers[name] as (request: unknown) => unknown)(parsed.output);
    });
  }
}
