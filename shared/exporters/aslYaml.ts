import { ok } from '../base/result';
import { exportText } from '../workflow/document';
import type { Exporter } from './contract';

export const aslYaml: Exporter = {
  id: 'asl-yaml',
  label: 'ASL as YAML',
  description: 'The definition as YAML, for people and for templates; its own text where the workflow is YAML already.',
  extension: 'asl.yaml',
  export: (document, { name }) => ok([{ name: `${name}.asl.yaml`, text: exportText(document, 'yaml') }]),
};
