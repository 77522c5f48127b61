import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { pictureFont } from '../../shared/exporters/index';

/** `npm run cli` puts what pictures are drawn with beside the bundle; the sources have it where it comes from. */
const beside = join(__dirname, 'picture');
const isBundle = existsSync(beside);
const program = isBundle ? beside : join(__dirname, '../../node_modules/@resvg/resvg-wasm');
const fonts = isBundle ? beside : join(__dirname, '../../renderer/public/fonts');

let started: Promise<void> | null = null;

/** An SVG in pixels, twice as many as its units, as PNG. Texts are drawn in the font that comes along, whatever this machine has. */
export async function drawPicture(svg: string): Promise<Uint8Array> {
  started ??= initWasm(readFileSync(join(program, 'index_bg.wasm')));
  await started;
  const fontBuffers = ['regular', 'semibold'].map((face) => readFileSync(join(fonts, `inter-${face}.ttf`)));
  const drawn = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: pictureFont },
    fitTo: { mode: 'zoom', value: 2 },
  });
  return drawn.render().asPng();
}
