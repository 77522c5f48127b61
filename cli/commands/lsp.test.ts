import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LanguageClient } from '../testing/languageClient';

const folder = mkdtempSync(join(tmpdir(), 'stepwright-cli-'));
const main = join(folder, 'main.cjs');

beforeAll(() => {
  const build = join(import.meta.dirname, '../../scripts/cli.mjs');
  expect(spawnSync(process.execPath, [build, main], { encoding: 'utf8' }).stderr).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true }));

const uri = 'file:///orders.asl.json';
const text = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Read",
  "States": {
    "Read": { "Type": "Pass", "Assign": { "n": "{% $sum([1]) %}" }, "Next": "Dnoe" },
    "Done": { "Type": "Succeed", "Output": "{% $n %}" }
  }
}
`;
const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });

/** What the session said, in order: each request with its answer, each notification that came. */
async function session(client: LanguageClient): Promise<unknown[]> {
  const said: unknown[] = [];
  const ask = async (method: string, params: unknown) => {
    said.push({ [method]: params, answer: await client.ask(method, params) });
  };
  const tell = async (method: string, params: unknown) => {
    const notified = client.notification();
    client.tell(method, params);
    said.push({ [method]: params, notified: await notified });
  };
  await ask('initialize', { processId: null, rootUri: null, capabilities: {} });
  client.tell('initialized', {});
  await tell('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
  const range = { start: { line: 4, character: 70 }, end: { line: 4, character: 76 } };
  await ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
  await tell('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 4, character: 78 }, end: { line: 4, character: 80 } }, text: 'on' }],
  });
  await ask('textDocument/completion', at(4, 77));
  await ask('textDocument/hover', at(4, 15));
  await ask('textDocument/hover', at(4, 52));
  await ask('textDocument/signatureHelp', at(4, 56));
  await ask('textDocument/definition', at(2, 15));
  await ask('textDocument/references', { ...at(5, 8), context: { includeDeclaration: true } });
  await ask('textDocument/prepareRename', at(5, 8));
  await ask('textDocument/rename', { ...at(5, 8), newName: 'End' });
  await ask('textDocument/rename', { ...at(5, 8), newName: 'Read' });
  await ask('textDocument/documentSymbol', { textDocument: { uri } });
  await ask('textDocument/foldingRange', { textDocument: { uri } });
  await ask('textDocument/formatting', { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
  await ask('textDocument/semanticTokens/full', { textDocument: { uri } });
  const broken = { range: { start: { line: 5, character: 51 }, end: { line: 5, character: 51 } }, text: ', "Com' };
  await tell('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [broken] });
  await ask('textDocument/completion', at(5, 57));
  await tell('textDocument/didClose', { textDocument: { uri } });
  await ask('textDocument/hover', at(4, 15));
  return said;
}

it('serves the recorded session, and ends as it is told', async () => {
  const client = new LanguageClient(main);
  try {
    const said = await session(client);
    expect(await client.end()).toBe(0);
    await expect(`${JSON.stringify(said, null, 2)}\n`).toMatchFileSnapshot('../testing/lspSession.json');
  } finally {
    client.kill();
  }
});

it('is named by the list of commands; a command that there is not is refused', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  const help = run('help');
  expect(help.status).toBe(0);
  expect(help.stdout).toContain('lsp       Serves editors');
  const none = run('nothing');
  expect(none.status).toBe(2);
  expect(none.stderr).toContain('There is no command "nothing".');
});
