import type { CommandId } from '#shared/protocol/index';
import { provideCommands, type CommandActions } from '../editor/commands';
import { compareCommands } from '../features/compare/commands';
import { runCommands } from '../features/runs/commands';
import { arrangeCommands } from './arrangeCommands';
import { editCommands } from './editCommands';
import { fileCommands } from './fileCommands';
import { viewCommands } from './viewCommands';

/** The commands of the app and its features; the compiler asks for every one of the table. */
const all: CommandActions<CommandId> = {
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...arrangeCommands,
  ...runCommands,
  ...compareCommands,
};

export function connectCommands(): void {
  provideCommands(all);
}
