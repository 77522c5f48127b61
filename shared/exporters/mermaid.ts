import { ok } from '../base/index';
import type { Exporter } from './contract';
import { mermaidText } from './mermaidText';

/** Source: Mermaid, "State diagrams". */
export const mermaid: Exporter = {
  id: 'mermaid',
  label: 'Mermaid diagram',
  description: 'A state diagram as text, which GitHub, GitLab and many editors draw in Markdown.',
  extension: 'mmd',
  export: (document, { name }) => ok([{ name: `${name}.mmd`, text: mermaidText(document.definition) }]),
};
