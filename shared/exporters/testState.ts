import { fail, ok } from '../base/index';
import { testStateScript } from '../runs/index';
import { exportText } from '../workflow/index';
import type { Exporter } from './contract';

/** Source: AWS API reference, TestState. */
export const testState: Exporter = {
  id: 'test-state',
  label: 'Script of test-state calls',
  description: 'A call of the AWS CLI for each state that the saved tests enter, with what AWS should say.',
  extension: 'sh',
  needs: 'tests',
  export(document, { name, tested = [] }) {
    if (tested.length === 0) return fail('The workflow has no saved tests, whose states could be asked for.');
    const definition = `${name}.asl.json`;
    return ok([
      { name: `${name}-test-state.sh`, text: testStateScript(definition, tested) },
      { name: definition, text: exportText(document, 'json') },
    ]);
  },
};
