import { commandOf } from '../command';
import { exitCodes } from '../exitCodes';
import { serveLanguage } from '../lsp/server';

export const lsp = commandOf({
  operands: '',
  count: [0, 0],
  about: 'Editors start it themselves; docs/editors.md has the set-up for VS Code, Neovim and JetBrains.',
  options: {
    stdio: { kind: 'flag', help: 'Taken, as some editors say so; there is no other way.' },
  },
  examples: [['lsp', 'Speaks the protocol until the editor ends it.']],
  run: async () => {
    const code = await serveLanguage(process.stdin, process.stdout);
    return code === 0 ? exitCodes.ok : exitCodes.findings;
  },
});
