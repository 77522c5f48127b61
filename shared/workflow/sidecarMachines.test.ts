import { describe, expect, it } from 'vitest';
import { sidecarOfMachine, withSidecarOfMachine } from './sidecarMachines';

const part = (note: string) => `${JSON.stringify({ version: 1, notes: { '/States/A': note } }, null, 2)}\n`;

describe('the sidecar of a file with several machines', () => {
  it('keeps a part for each, and gives it back', () => {
    const one = withSidecarOfMachine(null, 'Orders', part('first'));
    const both = withSidecarOfMachine(one, 'Night', part('second'));
    expect(sidecarOfMachine(both, 'Orders')).toBe(part('first'));
    expect(sidecarOfMachine(both, 'Night')).toBe(part('second'));
    expect(sidecarOfMachine(both, 'Other')).toBeNull();
    const left = withSidecarOfMachine(both, 'Orders', null);
    expect(left).toBe(withSidecarOfMachine(null, 'Night', part('second')));
    expect(withSidecarOfMachine(left, 'Night', null)).toBeNull();
  });

  it('stays byte for byte while nothing changes, and keeps what it does not know', () => {
    const text = '{"version":1, "machines": {}, "theirs": [1]}';
    expect(withSidecarOfMachine(text, 'Orders', null)).toBe(text);
    expect(JSON.parse(withSidecarOfMachine(text, 'Orders', part('a')) ?? '')).toEqual({
      version: 1,
      machines: { Orders: { version: 1, notes: { '/States/A': 'a' } } },
      theirs: [1],
    });
  });

  it.each(['no JSON', '[]', '{"version":99}'])('that cannot be read is told of as it is: %s', (text) => {
    expect(sidecarOfMachine(text, 'Orders')).toBe(text);
    expect(withSidecarOfMachine(text, 'Orders', text)).toBe(text);
    expect(sidecarOfMachine(withSidecarOfMachine(text, 'Orders', part('a')), 'Orders')).toBe(part('a'));
  });
});
