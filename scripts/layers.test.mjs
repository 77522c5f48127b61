import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** @type {{ mayImport: Record<string, string[]> }} */
const { mayImport } = createRequire(import.meta.url)('./lib/layers.cjs');

/**
 * Runs the layer rules on a project of a few files, and gives the names of the rules that were broken.
 * @param {Record<string, string>} files
 */
function brokenRules(files) {
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-layers-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'])
      cpSync(join(root, name), join(folder, name));
    cpSync(join(root, 'scripts/lib/layers.cjs'), join(folder, 'scripts/lib/layers.cjs'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const rooms = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? ''))];
    const { stdout } = spawnSync(
      process.execPath,
      [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    /** @type {{ summary: { violations: { rule: { name: string } }[] } }} */
    const { summary } = JSON.parse(stdout);
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the layer rules', () => {
  it('let a tidy project pass', () => {
    const files = {
      'shared/base/json.ts': 'export type Json = string;\n',
      'shared/base/index.ts': "export type { Json } from './json';\n",
      'shared/workflow/document.ts': "import type { Json } from '../base/index';\nexport const text: Json = '';\n",
    };
    expect(brokenRules(files)).toEqual([]);
  });

  it.each([
    [
      'the core importing the renderer',
      'shared/workflow/planted.ts',
      "import '../../renderer/app/App';\n",
      ['shared/workflow-imports'],
    ],
    [
      'a lower room importing a higher one, by type alone',
      'shared/base/planted.ts',
      "import type { x } from '../workflow/index';\nexport type Y = typeof x;\n",
      ['shared/base-imports'],
    ],
    ['the core importing Node', 'shared/graph/planted.ts', "import 'node:fs';\n", ['core-without-node']],
    [
      'React Flow outside the canvas',
      'renderer/app/planted.ts',
      "import '@xyflow/react';\n",
      ['react-flow-in-canvas-only'],
    ],
    [
      'JSONata outside the expressions',
      'shared/runs/planted.ts',
      "import 'jsonata';\n",
      ['jsonata-in-expressions-only'],
    ],
    ['dagre outside the graph', 'renderer/app/planted.ts', "import '@dagrejs/dagre';\n", ['dagre-in-graph-only']],
    [
      'CodeMirror outside the code view',
      'renderer/editor/planted.ts',
      "import '@codemirror/view';\n",
      ['codemirror-in-code-only'],
    ],
    [
      'the language server outside the command line',
      'shared/language/planted.ts',
      "import 'vscode-languageserver/node';\n",
      ['language-server-in-cli-only'],
    ],
    [
      'the drawer of pictures in the core',
      'shared/exporters/planted.ts',
      "import '@resvg/resvg-wasm';\n",
      ['resvg-in-cli-only'],
    ],
    [
      'the language core knowing a graph, by type alone',
      'shared/language/planted.ts',
      "import type { x } from '../graph/index';\nexport type Y = typeof x;\n",
      ['shared/language-imports'],
    ],
    [
      'the command line importing the page',
      'cli/commands/planted.ts',
      "import '../../renderer/app/App';\n",
      ['cli-imports'],
    ],
    ['Electron outside the shell', 'host/files/planted.ts', "import 'electron';\n", ['electron-in-electron-only']],
    [
      'a state type importing another',
      'shared/states/wait/planted.ts',
      "import '../pass/definition';\n",
      ['state-types-apart'],
    ],
    [
      'an end-to-end test importing source',
      'e2e/specs/planted.spec.ts',
      "import '../../renderer/app/App';\n",
      ['e2e-imports'],
    ],
    [
      'the renderer importing the main process',
      'renderer/editor/planted.ts',
      "import '../../electron/main/index';\n",
      ['renderer/editor-imports'],
    ],
    [
      'a room entered by a window',
      'shared/graph/planted.ts',
      "import { x } from '../workflow/document';\nexport const y = x;\n",
      ['rooms-by-their-door'],
    ],
    [
      'the page entering the core by a window, by type alone',
      'renderer/editor/planted.ts',
      "import type { x } from '../../shared/workflow/document';\nexport type Y = typeof x;\n",
      ['core-by-its-doors'],
    ],
    [
      'a feature importing another',
      'renderer/features/cost/planted.ts',
      "import { card } from '../canvas/StateCard';\nexport const x = card;\n",
      ['renderer/features/cost-imports'],
    ],
    [
      'the editor importing a feature, by type alone',
      'renderer/editor/planted.ts',
      "import type { card } from '../features/canvas/StateCard';\nexport type X = typeof card;\n",
      ['renderer/editor-imports'],
    ],
    [
      'a control that knows the editor',
      'renderer/ui/planted.ts',
      "import '../editor/store';\n",
      ['renderer/ui-imports'],
    ],
    [
      'a part without Electron importing Electron',
      'host/files/planted.ts',
      "import '../../electron/main/index';\n",
      ['host/files-imports'],
    ],
  ])('catch %s', (_title, name, text, rules) => {
    const others = {
      'renderer/app/App.tsx': 'export const App = 1;\n',
      'renderer/editor/store.ts': 'export const store = 1;\n',
      'renderer/features/canvas/StateCard.tsx': 'export const card = 1;\n',
      'shared/workflow/document.ts': 'export const x = 1;\n',
      'shared/workflow/index.ts': "export { x } from './document';\n",
      'shared/graph/index.ts': 'export const x = 1;\n',
      'shared/states/pass/definition.ts': 'export const pass = 1;\n',
      'electron/main/index.ts': 'export const main = 1;\n',
    };
    expect(brokenRules({ ...others, [name]: text })).toEqual(rules);
  });

  it('leave no way round between the rooms', () => {
    const visited = new Set();
    /** @param {string} room @param {readonly string[]} path */
    const visit = (room, path) => {
      expect(path, [...path, room].join(' → ')).not.toContain(room);
      if (visited.has(room)) return;
      for (const next of mayImport[room] ?? []) visit(next, [...path, room]);
      visited.add(room);
    };
    for (const room of Object.keys(mayImport)) visit(room, []);
  });

  it('know a room for every source file', () => {
    const rooms = Object.keys(mayImport);
    const files = ['shared', 'host', 'electron', 'renderer', 'e2e'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) =>
          relative(root, join(root, folder, name))
            .split(sep)
            .join('/'),
        )
        .filter((name) => /\.tsx?$/.test(name)),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => !rooms.some((room) => name === room || name.startsWith(`${room}/`)))).toEqual([]);
  });
});
