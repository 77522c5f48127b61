import type { Bridge } from '#shared/protocol/index';
import { browserPlatform } from './browser/browserPlatform';
import { electronPlatform } from './electronPlatform';
import type { Platform } from './platform';

/** The machine the app runs on: the desktop shell where its preload script is there, else the browser. */
export const platform: Platform = createPlatform();

function createPlatform(): Platform {
  const { stepwright } = window as { stepwright?: Bridge };
  return stepwright ? electronPlatform(stepwright) : browserPlatform();
}
