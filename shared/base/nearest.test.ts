import { describe, expect, it } from 'vitest';
import { nearest } from './nearest';

const names = ['publish', 'putItem', 'startJobRun', 'startCrawler', 'getObject'];

describe('nearest', () => {
  it.each([
    ['PutItem', 'putItem'],
    ['puItem', 'putItem'],
    ['putItme', 'putItem'],
    ['startJobRuns', 'startJobRun'],
    ['publsh', 'publish'],
    ['deleteTable', null],
    ['', null],
  ])('%s is %s', (text, right) => {
    expect(nearest(names, text)).toBe(right);
  });

  it('prefers the one with fewer edits', () => {
    expect(nearest(['getObjects', 'getObject'], 'getObjec')).toBe('getObject');
  });
});
