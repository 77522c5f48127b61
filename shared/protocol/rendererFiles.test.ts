import { describe, expect, it } from 'vitest';
import { contentTypeOf, rendererFile } from './rendererFiles';

describe('the file that an address asks for', () => {
  it.each([
    ['/', 'index.html'],
    ['', 'index.html'],
    ['/assets/index-a1.js', 'assets/index-a1.js'],
    ['/with%20space.png', 'with space.png'],
  ])('%s is %s', (pathname, file) => {
    expect(rendererFile(pathname)).toBe(file);
  });

  it.each([
    '/../secret',
    '/%2e%2e/secret',
    '/assets/..%2f..%2fsecret',
    '/..%5csecret',
    '/C:/secret',
    '//host/secret',
    '/.hidden',
    '/a%00.js',
    '/%zz',
  ])('%s is nothing', (pathname) => {
    expect(rendererFile(pathname)).toBeNull();
  });

  it('knows what a browser must be told about it', () => {
    expect(contentTypeOf('assets/a.b.js')).toBe('text/javascript; charset=utf-8');
    expect(contentTypeOf('LICENSE')).toBe('application/octet-stream');
  });
});
