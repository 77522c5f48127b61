import type { Command } from '../command';
import { lsp } from './lsp';

/** Every command, in the order of the list that help shows. To add one, add its file and a line here. */
export const commands: readonly Command[] = [lsp];
