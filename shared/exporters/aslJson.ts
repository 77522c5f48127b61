import { ok } from '../base/result';
import { exportText } from '../workflow/document';
import type { Exporter } from './contract';

export const aslJson: Exporter = {
  id: 'asl-json',
  label: 'ASL as JSON',
  description: 'The definition as AWS takes it, byte for byte where the workflow is JSON already.',
  extension: 'asl.json',
  export: (document, { name }) => ok([{ name: `${name}.asl.json`, text: exportText(document, 'json') }]),
};
