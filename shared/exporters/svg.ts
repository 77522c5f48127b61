import { ok } from '../base/index';
import type { Exporter } from './contract';
import { workflowSvg } from './picture/svg';

/** Source: W3C, "Scalable Vector Graphics (SVG) 2". */
export const svg: Exporter = {
  id: 'svg',
  label: 'Picture (SVG)',
  description: 'The workflow as it is drawn, to be scaled and printed; with the colours of a run where there is one.',
  extension: 'svg',
  export: (document, context) => ok([{ name: `${context.name}.svg`, text: workflowSvg(document, context) }]),
};
