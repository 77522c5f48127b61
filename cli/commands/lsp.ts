import type { Command } from '../command';
import { serveLanguage } from '../lsp/server';

export const lsp: Command = {
  name: 'lsp',
  summary: 'Serves editors over stdin and stdout by the Language Server Protocol.',
  run: () => serveLanguage(process.stdin, process.stdout),
};
