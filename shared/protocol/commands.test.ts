import { describe, expect, it } from 'vitest';
import { commandIds, commands } from './commands';

describe('the table of commands', () => {
  it('gives no two commands the same keys or the same label', () => {
    const keys = commandIds.flatMap((id) => commands[id].keys ?? []);
    const labels = commandIds.map((id) => commands[id].label);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('writes keys as Electron reads them: modifiers first, then one key', () => {
    const accelerator = /^((CmdOrCtrl|Shift|Alt)\+)*([A-Z0-9]|F\d{1,2}|Delete|Tab|[?=,-])$/;
    const wrong = commandIds.filter((id) => !accelerator.test(commands[id].keys ?? 'A'));
    expect(wrong).toEqual([]);
  });

  it('leaves cut, copy and paste to the system', () => {
    const taken = commandIds.filter((id) => /^CmdOrCtrl\+[XCV]$/.test(commands[id].keys ?? ''));
    expect(taken).toEqual([]);
  });
});
