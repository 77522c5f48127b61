import type { PriceModel } from '../contract';
import { assumed, priced } from '../pricing';

/** Builds are paid by the minute begun; taken as the small general machine. */
export const buildPrice: PriceModel = priced(
  [assumed('buildMinutes', 'Build', 'min', 5, 'Used where the state does not wait for the build.')],
  (call) => [
    {
      price: 'codebuild.small.minute',
      units: Math.ceil(call.pattern === 'sync' && call.seconds > 0 ? call.seconds / 60 : call.assume('buildMinutes')),
    },
  ],
);
