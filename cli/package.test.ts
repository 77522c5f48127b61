import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { oneTask } from './testing/callCommand';

/*
 * The package as somebody gets it: packed, installed into an empty folder without a network, and called there. What
 * docs/cli.md shows is run in the same folder.
 */
const root = join(import.meta.dirname, '..');
const packed = mkdtempSync(join(tmpdir(), 'stepwright-packed-'));
const folder = mkdtempSync(join(tmpdir(), 'stepwright-installed-'));
const binaries = join(folder, 'node_modules/.bin');
const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` };
const isWindows = process.platform === 'win32';

function call(command: string, args: readonly string[], cwd = folder) {
  return spawnSync(command, [...args], { cwd, env, encoding: 'utf8', shell: isWindows });
}
const stepwright = (...args: string[]) => call(join(binaries, 'stepwright'), args);

beforeAll(() => {
  const pack = call('npm', ['pack', '--pack-destination', packed], root);
  expect(pack.status, pack.stderr).toBe(0);
  const [tarball = ''] = readdirSync(packed);
  // The one dependency comes out of what is installed here, so that no network is needed.
  const overrides = { libsql: `file:${realpathSync(join(root, 'node_modules/libsql'))}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  const install = call('npm', ['install', '--offline', '--no-audit', '--no-fund', join(packed, tarball)]);
  expect(install.status, install.stderr).toBe(0);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}, 120_000);
afterAll(() => {
  for (const each of [packed, folder]) rmSync(each, { recursive: true, force: true });
});

const retried = { ...oneTask.States.Charge, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 8 }] };
const expected = { status: 'SUCCEEDED', output: '"paid"', path: ['Charge', 'Done'], assertions: [] };
const mocks = { Charge: { kind: 'failFirst', times: 1, error: 'Busy', cause: '', output: 'paid' } };
/** The files that the commands of the page name. */
const files: Readonly<Record<string, string | object>> = {
  'orders.asl.json': { ...oneTask, States: { ...oneTask.States, Charge: retried } },
  'orders.stepwright.json': { version: 1, tests: [{ name: 'pays', inputText: '{}', seed: 1, mocks, expected }] },
  'broken.asl.json': '{ "StartAt": "A", ',
  'input.json': { total: 12 },
  'mocks.json': {
    StateMachines: { orders: { TestCases: { Good: {}, Refused: { Charge: 'Refused' } } } },
    MockedResponses: { Refused: { '0-9': { Throw: { Error: 'CardRefused' } } } },
  },
  'machines/a.asl.json': `${JSON.stringify(oneTask, null, 2)}\n`,
  'machines/deep/b.asl.yaml': 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n',
  'template.yaml': `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: A, States: { A: { Type: Succeed } } } }
  Refunds:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: A, States: { A: { Type: Succeed } } } }
`,
};

const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text ?? '');
/** A command line, and the exit code that a comment behind it tells. */
const shown = blocks('sh')
  .flatMap((text) => text.trim().split('\n'))
  .map((line) => [line, Number(/# exits with (\d)$/.exec(line)?.[1] ?? 0)] as const);

describe('the package', () => {
  it('needs libsql alone, and holds the command line with the licences of what it bundles', () => {
    const installedNames = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installedNames).toEqual(['libsql', 'stepwright']);
    const installed = join(folder, 'node_modules/stepwright');
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'NOTICE', 'README.md', 'out', 'package.json']);
    // npm packs what `main` names, the entry of the app, wherever it is built; nothing else of the app comes along.
    expect(readdirSync(join(installed, 'out')).filter((name) => name !== 'main')).toEqual(['cli']);
    expect(readdirSync(join(installed, 'out/cli')).sort()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'main.cjs',
      'picture',
      'sdk',
    ]);
    const notices = readFileSync(join(installed, 'out/cli/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['jsonata', 'yaml', 're2js', 'vscode-languageserver']) expect(notices).toContain(`\n${name} `);
  });

  it('needs it for `serve` alone', () => {
    const database = join(folder, 'node_modules/libsql');
    renameSync(database, `${database}-away`);
    try {
      expect(stepwright('validate', 'orders.asl.json')).toMatchObject({ status: 0, stderr: '' });
      expect(stepwright('serve', '--help')).toMatchObject({ status: 0 });
      expect(stepwright('serve', '--data', ':memory:')).toMatchObject({
        status: 3,
        stderr: expect.stringContaining('npm install libsql') as string,
      });
    } finally {
      renameSync(`${database}-away`, database);
    }
  });

  it('says its version, and knows actions of the catalogue', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(stepwright('--version').stdout).toBe(`${version}\n`);
    const task = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:noSuchAction', End: true };
    writeFileSync(join(folder, 'unknown.asl.json'), JSON.stringify({ StartAt: 'A', States: { A: task } }));
    expect(stepwright('validate', 'unknown.asl.json')).toMatchObject({ status: 1 });
  });

  it('answers a call that no mock answers with what the catalogue says of it', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:ecr:describeRepositories', End: true };
    writeFileSync(join(folder, 'stub.asl.json'), JSON.stringify({ StartAt: 'A', States: { A: task } }));
    expect(stepwright('run', 'stub.asl.json').stdout).toContain('sample-RepositoryName');
  });

  it('starts at once: what comes on top of Node itself is little', () => {
    const main = join(folder, 'node_modules/stepwright/out/cli/main.cjs');
    const calls = { node: ['-e', '0'], help: [main, '--help'], validate: [main, 'validate', 'orders.asl.json'] };
    const fastest = { node: Infinity, help: Infinity, validate: Infinity };
    // In turns, so that what else the machine does slows all of them down alike.
    for (let turn = 0; turn < 8; turn++)
      for (const name of ['node', 'help', 'validate'] as const) {
        const started = performance.now();
        expect(spawnSync(process.execPath, calls[name], { cwd: folder }).status).toBe(0);
        fastest[name] = Math.min(fastest[name], performance.now() - started);
      }
    expect(fastest.help / fastest.node).toBeLessThan(4);
    expect(fastest.validate / fastest.node).toBeLessThan(6);
  });

  it('judges 200 workflows in less than 3 s', () => {
    mkdirSync(join(folder, 'many'));
    for (let index = 0; index < 200; index++) {
      const states = Object.entries(oneTask.States).map(([name, state]) => [
        name,
        { Comment: `of ${index}`, ...state },
      ]);
      const machine = { StartAt: oneTask.StartAt, States: Object.fromEntries(states) as object };
      writeFileSync(join(folder, `many/${index}.asl.json`), JSON.stringify(machine));
    }
    const started = performance.now();
    const { stdout, status } = stepwright('validate', 'many/*.asl.json');
    expect(performance.now() - started).toBeLessThan(3000);
    expect({ stdout, status }).toEqual({ stdout: '200 files, 0 errors, 0 warnings\n', status: 0 });
  });

  it('ends quietly when whoever reads its output stops', () => {
    const { stdout, stderr } = spawnSync('sh', ['-c', 'stepwright services --json | head -n 1'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: '[\n', stderr: '' });
  });
});

describe('docs/cli.md', () => {
  it('shows command lines', () => {
    expect(shown.length).toBeGreaterThan(20);
  });

  it.each(shown)('shows what works: %s', (line, code) => {
    expect(line).toMatch(/^stepwright /);
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
    expect({ status, stderr: code === 0 && !line.includes(' convert ') ? stderr : '' }).toEqual({
      status: code,
      stderr: '',
    });
  });

  it('has a workflow of GitHub Actions whose steps work', () => {
    const [text = ''] = blocks('yaml');
    const { jobs } = parse(text) as { jobs: { stepwright: { steps: { run?: string; uses?: string }[] } } };
    const runs = jobs.stepwright.steps.flatMap(({ run }) => run ?? []);
    // What is installed here came out of the tarball; the actions of others cannot be had.
    const ours = runs.filter((run) => run !== 'npm ci');
    expect(ours).toHaveLength(2);
    for (const run of ours) {
      const { status, stderr } = spawnSync('sh', ['-e', '-c', run], { cwd: folder, env, encoding: 'utf8' });
      expect({ run, status, stderr }).toEqual({ run, status: 0, stderr: '' });
    }
    expect(JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(folder, 'results.xml'), 'utf8')).toContain('failures="0"');
  });

  it('has a hook that keeps a broken workflow from being committed', () => {
    const git = (...args: string[]) => call('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
    expect(git('init', '-q').status).toBe(0);
    const hook = join(folder, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, blocks('bash')[0] ?? '');
    chmodSync(hook, 0o755);
    git('add', 'orders.asl.json');
    const good = git('commit', '-qm', 'a good one');
    expect(good.status, good.stderr).toBe(0);
    git('add', 'broken.asl.json');
    const broken = git('commit', '-qm', 'a broken one');
    expect(broken.status).not.toBe(0);
    expect(broken.stderr).toContain('broken.asl.json:\n<stdin>:1:19: error: ');
    expect(git('log', '--format=%s').stdout).toBe('a good one\n');
  });
});
