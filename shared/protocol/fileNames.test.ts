import { describe, expect, it } from 'vitest';
import { lineOfLoneSurrogate, sidecarName, workflowStem } from './fileNames';

describe('names of workflow files', () => {
  it('say which sidecar goes with them', () => {
    expect(['orders.asl.json', 'orders.v2.YML', 'orders.asl', 'orders'].map(sidecarName)).toEqual([
      'orders.stepwright.json',
      'orders.v2.stepwright.json',
      'orders.stepwright.json',
      'orders.stepwright.json',
    ]);
    expect(workflowStem('orders.asl.yaml')).toBe('orders');
  });
});

describe('half of a surrogate pair', () => {
  it.each([
    ['{"a": "𝄞 é"}', null],
    ['', null],
    ['\ud834', 1],
    ['{\r\n"a": "\udd1e"}', 2],
    ['𝄞\n\n\ud834x', 3],
  ])('in %j stands on line %s', (text, line) => {
    expect(lineOfLoneSurrogate(text)).toBe(line);
  });
});
