import { ok } from '../base/index';
import { printAs } from '../workflow/index';
import type { Exporter } from './contract';
import { pulledOut } from './pulledOut';

export const aslSubstitutions: Exporter = {
  id: 'asl-substitutions',
  label: 'ASL with substitutions',
  description:
    'The definition with ARNs, addresses of queues, times and limits as placeholders, and their values in a file beside it.',
  extension: 'substituted.asl.json',
  export(document, { name }) {
    const { definition, values } = pulledOut(document);
    return ok([
      { name: `${name}.substituted.asl.json`, text: printAs(definition, 'json') },
      { name: `${name}.values.json`, text: printAs(values, 'json') },
    ]);
  },
};
