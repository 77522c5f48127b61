import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allStates } from '../../workflow/index';
import { documentOf, exampleWorkflows } from '../testing/workflows';
import { fittedLines, textWidth, xml } from './text';
import { workflowSvg } from './svg';
import { themes } from './themes';

const tokens = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

describe('pictures', () => {
  it.each(['light', 'dark'] as const)('have the colours of the %s window', (look) => {
    const block = tokens.slice(tokens.indexOf(`[data-theme='${look}']`)).split('}')[0] ?? '';
    for (const [name, colour] of Object.entries(themes[look])) expect(block).toContain(`--${name}: ${colour};`);
  });

  it('show every state once, and are closed as XML asks for', () => {
    for (const { name, document } of exampleWorkflows()) {
      const svg = workflowSvg(document, { name });
      const drawn = [...svg.matchAll(/data-state="([^"]*)"/g)].map(([, state]) => state);
      expect(drawn.sort()).toEqual(
        allStates(document.definition)
          .map((state) => xml(state.name))
          .sort(),
      );
      const open: string[] = [];
      for (const [, end, tag = '', self] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
        if (end === '/') expect(open.pop()).toBe(tag);
        else if (self !== '/') open.push(tag);
      }
      expect(open).toEqual([]);
    }
  });

  it('say what XML cannot: names with marks, and characters that no XML has', () => {
    const document = documentOf(
      '{"StartAt":"<a> & \\"b\\"\\u0001","States":{"<a> & \\"b\\"\\u0001":{"Type":"Succeed"}}}',
    );
    expect(workflowSvg(document, { name: '<' })).toContain('>&lt;a&gt; &amp; &quot;b&quot;</text>');
  });

  it('fit names into lines, and end what does not fit', () => {
    expect(fittedLines('Ask for approval', 13, 500, 2)).toEqual(['Ask for approval']);
    expect(fittedLines('Ask the owner for approval', 13, 110, 2)).toEqual(['Ask the owner', 'for approval']);
    const [one = '', two = '', ...more] = fittedLines('Averylongname'.repeat(9), 13, 110, 2);
    expect(more).toEqual([]);
    expect(two.endsWith('…')).toBe(true);
    for (const line of [one, two]) expect(textWidth(line, 13)).toBeLessThan(120);
  });
});
