import { fail, ok } from '../base/index';
import type { Exporter } from './contract';
import { runPage } from './page/runPage';

/** Source: WHATWG, "HTML Living Standard". */
export const htmlRun: Exporter = {
  id: 'html-run',
  label: 'Page of a run (HTML)',
  description:
    'One file that anybody can open: step through the run, with inputs, outputs and errors. It loads nothing.',
  extension: 'html',
  needs: 'run',
  export(document, context) {
    const { run, name } = context;
    if (run === undefined) return fail('Run the workflow first: the page shows what happened.');
    return ok([{ name: `${name}.html`, text: runPage(document, { ...context, run }) }]);
  },
};
