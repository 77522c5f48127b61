import type { CommandEntry } from '../command';

/** Every command, in the order of the list that help shows. To add one, add its file and a line here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'validate',
    summary: 'Says what is wrong with workflows, by the rules of AWS.',
    load: async () => (await import('./validate')).validate,
  },
  {
    name: 'run',
    summary: 'Runs a workflow in the simulator.',
    load: async () => (await import('./run')).run,
  },
  {
    name: 'test',
    summary: 'Runs the tests that are saved beside workflows.',
    load: async () => (await import('./test')).test,
  },
  {
    name: 'cover',
    summary: 'Proposes tests that take every transition.',
    load: async () => (await import('./cover')).cover,
  },
  {
    name: 'role',
    summary: 'Says what the role of a workflow must allow.',
    load: async () => (await import('./role')).role,
  },
  {
    name: 'cost',
    summary: 'Says what a run costs.',
    load: async () => (await import('./cost')).cost,
  },
  {
    name: 'export',
    summary: 'Writes workflows as templates, programs, pictures and reports.',
    load: async () => (await import('./export')).exportCommand,
  },
  {
    name: 'diff',
    summary: 'Says what differs between two workflows, state by state.',
    load: async () => (await import('./diff')).diff,
  },
  {
    name: 'convert',
    summary: 'Writes a workflow in the other query language.',
    load: async () => (await import('./convert')).convert,
  },
  {
    name: 'format',
    summary: 'Sets the text of workflows in regular layout.',
    load: async () => (await import('./format')).format,
  },
  {
    name: 'services',
    summary: 'Lists the services and actions that are known.',
    load: async () => (await import('./services')).services,
  },
  {
    name: 'replay',
    summary: 'Says what happened in an execution, from its history.',
    load: async () => (await import('./replay')).replay,
  },
  {
    name: 'chances',
    summary: 'Runs a workflow many times, with failures and durations by chance.',
    load: async () => (await import('./chances')).chances,
  },
  {
    name: 'serve',
    summary: 'Serves Step Functions to clients of AWS on this machine.',
    load: async () => (await import('./serve')).serve,
  },
  {
    name: 'lsp',
    summary: 'Serves editors over stdin and stdout by the Language Server Protocol.',
    load: async () => (await import('./lsp')).lsp,
  },
];
