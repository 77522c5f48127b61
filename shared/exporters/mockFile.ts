import { fail, ok } from '../base/index';
import { mockConfigOf, readTests } from '../runs/index';
import type { Exporter } from './contract';
import { machineName } from './stack/names';

/** Source: AWS developer guide, "Testing with mocked service integrations". */
export const mockFile: Exporter = {
  id: 'mock-config',
  label: 'MockConfigFile of Step Functions Local',
  description: 'The saved tests as test cases with the answers of their tasks.',
  extension: 'json',
  export({ sidecar }, { name }) {
    const tests = readTests(sidecar.tests);
    if (tests.length === 0) return fail('The workflow has no saved tests, of which test cases are made.');
    const config = mockConfigOf(machineName(name), tests);
    return ok([{ name: `${name}-MockConfigFile.json`, text: `${JSON.stringify(config, null, 2)}\n` }]);
  },
};
