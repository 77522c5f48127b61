import { expect, it } from 'vitest';
import { yamlAround } from './yamlFocus';

const state = (index: number) =>
  `  "Step ${index}":\n    Type: Pass\n    Comment: |\n      Type: none\n      ${'long '.repeat(5)}\n    Next: Step ${index + 1}\n`;
const text = `QueryLanguage: JSONata\nStartAt: Step 0\nStates:\n${Array.from({ length: 800 }, (_, index) => state(index)).join('')}TimeoutSeconds: 5\n`;

it('keeps the state around an offset, and of the others names and types, at their places', () => {
  const offset = text.indexOf('Next: Step 401');
  const around = yamlAround(text, offset);
  expect(around).toHaveLength(text.length);
  const start = text.indexOf('  "Step 400"');
  const end = text.indexOf('  "Step 401"');
  expect(around.slice(start, end)).toBe(text.slice(start, end));
  expect(around.match(/^ {4}Type: Pass$/gm)).toHaveLength(800);
  expect(around.match(/Comment/g)).toHaveLength(1);
  expect(around.match(/Type: none/g)).toHaveLength(1);
  expect(around).toMatch(/^QueryLanguage: JSONata\nStartAt: Step 0\nStates:\n/);
  expect(around).toMatch(/\nTimeoutSeconds: 5\n$/);
});

it('is the text itself where it is small, or the offset is above the states', () => {
  expect(yamlAround(text.slice(0, 1000), 500)).toBe(text.slice(0, 1000));
  expect(yamlAround(text, 5)).toBe(text);
});
