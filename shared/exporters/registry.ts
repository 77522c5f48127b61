import { aslJson } from './aslJson';
import { aslYaml } from './aslYaml';
import { cdkPython } from './cdkPython';
import { cdkTypescript } from './cdkTypescript';
import { cloudFormation } from './cloudFormation';
import type { Exporter } from './contract';
import { sam } from './sam';
import { terraform } from './terraform';

export type { ExportContext, ExportedFile, Exporter, NamedWorkflow } from './contract';

/** Every format; to add one, add its file and a line here. */
export const exporters: readonly Exporter[] = [
  aslJson,
  aslYaml,
  cloudFormation,
  sam,
  cdkTypescript,
  cdkPython,
  terraform,
];
