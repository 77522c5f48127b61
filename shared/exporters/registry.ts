import { aslJson } from './aslJson';
import { aslMinified } from './aslMinified';
import { aslSubstitutions } from './aslSubstitutions';
import { aslYaml } from './aslYaml';
import { cdkPython } from './cdkPython';
import { cdkTypescript } from './cdkTypescript';
import { cloudFormation } from './cloudFormation';
import type { Exporter } from './contract';
import { htmlRun } from './htmlRun';
import { markdown } from './markdown';
import { mermaid } from './mermaid';
import { mockFile } from './mockFile';
import { png } from './png';
import { sam } from './sam';
import { svg } from './svg';
import { terraform } from './terraform';
import { testState } from './testState';

/** Every format, in the order in which they are offered; to add one, add its file and a line here. */
export const exporters: readonly Exporter[] = [
  aslJson,
  aslYaml,
  aslMinified,
  aslSubstitutions,
  cloudFormation,
  sam,
  cdkTypescript,
  cdkPython,
  terraform,
  mockFile,
  testState,
  mermaid,
  svg,
  png,
  htmlRun,
  markdown,
];
