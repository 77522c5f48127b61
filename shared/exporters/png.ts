import { ok } from '../base/index';
import type { Exporter } from './contract';
import { workflowSvg } from './picture/svg';

export const png: Exporter = {
  id: 'png',
  label: 'Picture (PNG)',
  description: 'The picture in pixels, twice as fine as on screen, for pages and mails that take no SVG.',
  extension: 'png',
  isPicture: true,
  export: (document, context) => ok([{ name: `${context.name}.png`, text: workflowSvg(document, context) }]),
};
