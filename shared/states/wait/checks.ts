import type { StateCheck } from '../contract';
import { waitForms } from './forms';

export const checkWait: StateCheck = (state, _language, report) => {
  const forms = waitForms.filter((name) => Object.hasOwn(state, name));
  if (forms.length !== 1)
    report([], 'A Wait state has exactly one of Seconds, Timestamp, SecondsPath and TimestampPath.');
};
