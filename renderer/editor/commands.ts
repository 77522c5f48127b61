import type { CommandId } from '#shared/protocol/index';
import { useRuns } from './runs/runStore';
import { useApp } from './store';

/** What a command does. The table of commands (protocol) has its name, menu and keys. */
export interface CommandAction {
  run(): void;
  /** Whether it can act now; always when absent. A menu shows what cannot act greyed. */
  enabled?(): boolean;
  /** Whether what it switches is on. */
  checked?(): boolean;
}

/** The commands of one feature. */
export type CommandActions<Id extends CommandId = CommandId> = Readonly<Record<Id, CommandAction>>;

let actions: Partial<CommandActions> = {};

/** The app hands over the commands of all features, once. */
export function provideCommands(all: CommandActions): void {
  actions = all;
}

export function canRun(id: CommandId): boolean {
  return actions[id]?.enabled?.() ?? true;
}

export function isChecked(id: CommandId): boolean {
  return actions[id]?.checked?.() ?? false;
}

/** Carries a command out, unless it cannot act now. */
export function runCommand(id: CommandId): void {
  if (canRun(id)) actions[id]?.run();
}

/** Whether a command can act, for a button that shows it. */
export function useCanRun(id: CommandId): boolean {
  useRuns((state) => state.playbacks);
  return useApp(() => canRun(id));
}
