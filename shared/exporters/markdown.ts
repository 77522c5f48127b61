import { costBasis, defaultPrices, estimateRun } from '../cost/index';
import { ok, own } from '../base/index';
import { machineOf, neededRole } from '../access/index';
import { foldHistory } from '../history/index';
import { childCosts, readTests } from '../runs/index';
import { summarizeState } from '../states/index';
import { describeTrigger, triggerKinds, triggersOf } from '../triggers/index';
import { allStates, placeholdersOf, stateName, type WorkflowDocument } from '../workflow/index';
import type { ExportContext, Exporter } from './contract';
import { mermaidText } from './mermaidText';
import { templateSettingsOf } from './stack/settings';

export const markdown: Exporter = {
  id: 'markdown',
  label: 'Report in Markdown',
  description:
    'What the workflow does: picture, steps, triggers, role, tests, and the cost of a run where there is one.',
  extension: 'md',
  export(document, context) {
    const { name } = context;
    const comment = own(document.definition, 'Comment');
    const sections = [
      `# ${cell(name)}`,
      ...(typeof comment === 'string' ? [cell(comment)] : []),
      `\`\`\`mermaid\n${mermaidText(document.definition)}\`\`\``,
      section('Steps', table(['Step', 'Type', 'What it does', 'Note'], steps(document))),
      section('Triggers', table(['Kind', 'When', 'On'], triggers(document))),
      section('Placeholders', table(['Name', 'In runs'], placeholders(document))),
      section('Role', table(['Actions', 'Resources', 'For'], role(document, name))),
      section('Tests', table(['Test', 'Expects'], tests(document))),
      ...cost(document, context),
    ];
    return ok([{ name: `${name}.md`, text: `${sections.filter((each) => each !== '').join('\n\n')}\n` }]);
  },
};

type Row = readonly string[];

function steps({ definition, sidecar: { notes } }: WorkflowDocument): readonly Row[] {
  return allStates(definition).map(({ name, path, state }) => {
    const comment = own(state, 'Comment');
    const note = [typeof comment === 'string' ? comment : '', notes[path] ?? ''].filter((each) => each !== '');
    return [name, String(own(state, 'Type')), summarizeState(state).action, note.join(' ')];
  });
}

function triggers(document: WorkflowDocument): readonly Row[] {
  return triggersOf(document).map((trigger) => [
    triggerKinds[trigger.kind].label,
    describeTrigger(trigger),
    trigger.enabled ? 'yes' : 'no',
  ]);
}

function placeholders(document: WorkflowDocument): readonly Row[] {
  const values = document.sidecar.placeholders;
  return placeholdersOf(document).map(({ name }) => [`\${${name}}`, values[name] ?? '']);
}

function role(document: WorkflowDocument, name: string): readonly Row[] {
  const { logLevel, tracing } = templateSettingsOf(document);
  const machine = machineOf(name, document.definition);
  const { statements } = neededRole(document.definition, { ...machine, logging: logLevel !== 'OFF', tracing });
  return statements.map(({ actions, resources, steps: needing, why }) => [
    actions.join(', '),
    resources.join(', '),
    needing.length > 0 ? needing.map(stateName).join(', ') : why.join(' '),
  ]);
}

function tests({ sidecar }: WorkflowDocument): readonly Row[] {
  return readTests(sidecar.tests).map(({ name, expected }) => [
    name,
    `${expected.status}: ${expected.path.join(', ')}`,
  ]);
}

function cost(document: WorkflowDocument, { run }: ExportContext): readonly string[] {
  if (run === undefined) return [];
  const view = foldHistory(run.events);
  const children = childCosts(run, document.definition);
  const { usd, steps: billed } = estimateRun(costBasis(document, run.type, defaultPrices), view, children);
  const rows = billed.map(({ name, usd: each }) => [name, dollars(each)]);
  const total = `A run that ended ${view.status} costs ${dollars(usd)} in ${defaultPrices.region}.`;
  return [section('Cost', `${total}\n\n${table(['Step', 'Cost'], rows)}`)];
}

/** Small prices need their digits: a transition costs 0.000025 dollars. */
const dollars = (usd: number): string => `$${String(Number(usd.toPrecision(3)))}`;

const section = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);

function table(heads: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const line = (cells: Row) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `| ${heads.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A text on one line in which Markdown reads nothing but text. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~$]/g, '\\$&');
}
