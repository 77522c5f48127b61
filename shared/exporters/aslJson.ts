import { ok } from '../base/index';
import { exportText } from '../workflow/index';
import type { Exporter } from './contract';

export const aslJson: Exporter = {
  id: 'asl-json',
  label: 'ASL as JSON',
  description: 'The definition as AWS takes it, byte for byte where the workflow is JSON already.',
  extension: 'asl.json',
  export: (document, { name }) => ok([{ name: `${name}.asl.json`, text: exportText(document, 'json') }]),
};
