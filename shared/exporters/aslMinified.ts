import { jsonText, ok } from '../base/index';
import { withTexts } from '../workflow/index';
import type { Exporter } from './contract';

export const aslMinified: Exporter = {
  id: 'asl-minified',
  label: 'Minified ASL',
  description: 'The definition without any space, for places that count characters: a definition has at most 1 MB.',
  extension: 'min.asl.json',
  export(document, { name }) {
    // Numbers as they are written; placeholders become texts, for JSON has them in quotes alone.
    const definition = withTexts(document, (text) => text);
    return ok([{ name: `${name}.min.asl.json`, text: `${jsonText(definition)}\n` }]);
  },
};
