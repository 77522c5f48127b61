import type { Menu, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { commandIds, commands, type CommandId } from '#shared/protocol/commands';
import { buildMenu, showCommandState } from './menu';

vi.mock('electron', () => ({ Menu: { buildFromTemplate: (template: unknown) => template } }));

describe('the native menu', () => {
  const sent: CommandId[] = [];
  const template = buildMenu((id) => sent.push(id), null) as unknown as MenuItemConstructorOptions[];
  const items = template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);
  const ours = items.filter(({ label }) => commandIds.some((id) => commands[id].label === label));

  it('holds every command once', () => {
    for (const item of ours) (item.click as () => void)();
    expect([...sent].sort()).toEqual([...commandIds].sort());
  });

  it('shows the keys of a command, and leaves it to the page to act on them', () => {
    const keys = ours.flatMap(({ accelerator, registerAccelerator }) => (accelerator ? [registerAccelerator] : []));
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys)).toEqual(new Set([false]));
  });

  it('has cut, copy and paste of the system', () => {
    expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste']));
  });

  it('has developer tools only where they are given', () => {
    const labels = (toggle: (() => void) | null) =>
      (buildMenu(() => undefined, toggle) as unknown as MenuItemConstructorOptions[])
        .flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
        .map(({ label, accelerator }) => label ?? accelerator);
    expect(labels(null)).not.toContain('Developer tools');
    expect(labels(() => undefined)).toContain('Developer tools');
  });

  it('never begins or ends with a line, nor has two in a row', () => {
    for (const { submenu } of template) {
      const kinds = (submenu as MenuItemConstructorOptions[])
        .map(({ type }) => (type === 'separator' ? '-' : 'x'))
        .join('');
      expect(kinds).not.toMatch(/^-|--|-$/);
    }
  });

  it('greys what cannot act and ticks what is on', () => {
    const shown = new Map(ours.map((item) => [item.id, { ...item, enabled: true, checked: false }]));
    const menu = { getMenuItemById: (id: string) => shown.get(id) ?? null } as unknown as Menu;
    showCommandState(menu, { disabled: ['edit.undo'], checked: ['view.canvas'] });
    expect([...shown.values()].filter(({ enabled }) => !enabled).map(({ id }) => id)).toEqual(['edit.undo']);
    expect([...shown.values()].filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['view.canvas']);
    showCommandState(menu, { disabled: [], checked: ['view.code'] });
    expect(shown.get('edit.undo')?.enabled).toBe(true);
    expect(shown.get('view.canvas')?.checked).toBe(false);
  });
});
