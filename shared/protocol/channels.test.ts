import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { events, isEventName, isPageRequest, requests, type RequestName } from './channels';

const takes = (name: RequestName, payload: unknown) => v.is(requests[name].request, payload);

describe('what the page may ask', () => {
  const id = '0123456789abcdef';
  const save = { id, text: '{}', sidecar: null, base: { text: '', sidecar: null } };
  const entry = {
    id: 'document-1',
    name: 'a.json',
    fileId: null,
    format: 'json',
    text: '{}',
    sidecar: null,
    saved: null,
    updatedAt: 1,
  };

  it('takes requests of the right form', () => {
    expect(takes('save', save)).toBe(true);
    expect(takes('save', { ...save, base: null })).toBe(true);
    expect(takes('openRecent', id)).toBe(true);
    expect(takes('putRecovery', entry)).toBe(true);
    expect(takes('openFiles', null)).toBe(true);
  });

  it.each<[string, RequestName, unknown]>([
    ['a path for an id', 'openRecent', '../../etc/passwd'],
    ['a path for an id', 'save', { ...save, id: '/etc/passwd' }],
    ['a path for the id of unsaved work', 'removeRecovery', '../window'],
    ['a path for the id of unsaved work', 'putRecovery', { ...entry, id: 'a/b' }],
    ['a field too many', 'save', { ...save, path: '/tmp/x' }],
    ['a field too few', 'save', { id, text: '{}' }],
    ['text that is none', 'writeClipboard', { toString: 'x' }],
    ['an unknown format', 'exportText', { suggestedName: 'a', format: 'exe', text: '' }],
    ['an empty name', 'saveAs', { suggestedName: '', format: 'json', text: '', sidecar: null }],
    ['something for nothing', 'openFiles', {}],
    ['nothing at all', 'closeAnswer', undefined],
  ])('refuses %s in %s', (_what, name, payload) => {
    expect(takes(name, payload)).toBe(false);
  });

  it('names its requests, except the one that takes a path', () => {
    expect(Object.keys(requests).filter((name) => !isPageRequest(name))).toEqual(['openPath']);
    expect(['__proto__', 'toString', 'stepwright:save'].filter(isPageRequest)).toEqual([]);
  });

  it('names its events', () => {
    expect(Object.keys(events).every(isEventName)).toBe(true);
    expect(['constructor', 'save'].filter(isEventName)).toEqual([]);
  });
});
