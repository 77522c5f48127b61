import { ok } from '../base/index';
import { exportText } from '../workflow/index';
import type { Exporter } from './contract';

export const aslYaml: Exporter = {
  id: 'asl-yaml',
  label: 'ASL as YAML',
  description: 'The definition as YAML, for people and for templates; its own text where the workflow is YAML already.',
  extension: 'asl.yaml',
  export: (document, { name }) => ok([{ name: `${name}.asl.yaml`, text: exportText(document, 'yaml') }]),
};
