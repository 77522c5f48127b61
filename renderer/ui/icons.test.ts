import { describe, expect, it } from 'vitest';
import { patterns } from '#shared/patterns/index';
import { services } from '#shared/services/index';
import { stateTypes } from '#shared/states/index';
import { drawnIcons } from './icons';

describe('the drawings', () => {
  it.each([...services, ...Object.values(stateTypes), ...patterns].map(({ label, icon }) => [label, icon]))(
    'have one for %s',
    (_label, icon) => {
      expect(drawnIcons).toContain(icon);
    },
  );
});
