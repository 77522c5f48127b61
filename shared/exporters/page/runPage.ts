import type { JsonValue } from '../../base/index';
import { foldHistory, timeOf, type StateVisit } from '../../history/index';
import { statusLabels, statusOf } from '../../runs/index';
import type { WorkflowDocument } from '../../workflow/index';
import type { ExportContext, ExportedRun } from '../contract';
import { workflowSvg } from '../picture/svg';
import { xml } from '../picture/text';
import { statusColour, themes } from '../picture/themes';
import { pageScript } from './pageScript';
import { pageStyle } from './pageStyle';

/** A run as a page of its own: the picture, which is coloured up to an event, and what each state had and gave. */
export function runPage(document: WorkflowDocument, context: ExportContext & { readonly run: ExportedRun }): string {
  const { run, name, theme = 'light' } = context;
  const { run: _, ...picture } = context;
  const view = foldHistory(run.events);
  const began = run.events[0] === undefined ? 0 : timeOf(run.events[0]);
  const data = {
    events: run.events.map((event) => ({ id: event.id, type: event.type, at: timeOf(event) - began })),
    visits: view.visits.map((visit) => visitOf(visit, began, theme)),
  };
  const { status, input, output, error, cause } = view;
  const facts = [
    ['Input', input],
    ['Output', output],
    ['Error', error],
    ['Cause', cause],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${xml(name)}: ${xml(status)}</title>
<style>${pageStyle(themes[theme])}</style>
</head>
<body>
<header><h1>${xml(name)}</h1><p>${xml(status)}, ${String(run.events.length)} events</p></header>
<main>
<section class="picture" aria-label="Picture" tabindex="0">${workflowSvg(document, picture)}</section>
<section class="run" aria-label="Run">
<div class="steps" role="group" aria-label="Step through the run">
<button type="button" data-to="first">First</button>
<button type="button" data-to="back">Back</button>
<button type="button" data-to="next">Next</button>
<button type="button" data-to="last">Last</button>
<input type="range" id="at" min="1" max="${String(Math.max(1, run.events.length))}" value="1" aria-label="Event">
</div>
<p id="now" role="status"></p>
<details><summary>The execution</summary><dl>${facts.map(([term, text]) => `<dt>${term}</dt><dd><pre>${xml(text)}</pre></dd>`).join('')}</dl></details>
<ol id="visits"></ol>
<div id="detail"></div>
</section>
</main>
<script type="application/json" id="data">${inScript(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

function visitOf(visit: StateVisit, began: number, theme: 'light' | 'dark') {
  const status = statusOf(visit);
  const { id, name, type, lastEventId, enteredTime, exitedTime, input, output, error, cause, assigned } = visit;
  return {
    id,
    last: lastEventId,
    name,
    type,
    status: statusLabels[status],
    colour: statusColour(themes[theme], status),
    at: enteredTime - began,
    took: exitedTime === undefined ? null : exitedTime - enteredTime,
    attempts: visit.attempts.length,
    facts: { Input: input, Output: output, Error: error, Cause: cause, ...assigned },
  };
}

/** Data inside a script element: nothing in it may look like the end of one. */
function inScript(data: unknown): string {
  return JSON.stringify(data as JsonValue).replaceAll('<', '\\u003c');
}
