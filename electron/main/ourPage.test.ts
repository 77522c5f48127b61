import { describe, expect, it } from 'vitest';
import { isOurPage, pageAddress } from './ourPage';

describe('the address of the page that may talk to the main process', () => {
  const packaged = 'app://stepwright/index.html';

  it.each(['app://stepwright/index.html', 'app://stepwright/index.html#tab', 'app://stepwright/'])(
    'takes %s',
    (url) => {
      expect(isOurPage(url, packaged)).toBe(true);
    },
  );

  it.each([
    'app://other/index.html',
    'data:text/html,<script>1</script>',
    'about:blank',
    'file:///etc/passwd',
    'https://stepwright/index.html',
    'https://example.com/?app://stepwright/',
    '',
  ])('refuses %s', (url) => {
    expect(isOurPage(url, packaged)).toBe(false);
  });

  it('takes the development server at its own port alone', () => {
    expect(isOurPage('http://localhost:5173/', 'http://localhost:5173')).toBe(true);
    expect(isOurPage('http://localhost:5174/', 'http://localhost:5173')).toBe(false);
    expect(isOurPage('app://stepwright/index.html', 'http://localhost:5173')).toBe(false);
  });
});

describe('the page of the window', () => {
  const elsewhere = 'http://attacker.example/';

  it.each<[string, boolean, string | undefined, string]>([
    ['is the built one in a packaged app, whatever a variable says', true, elsewhere, 'app://stepwright/index.html'],
    ['is the development server while developing', false, 'http://localhost:5173', 'http://localhost:5173'],
    ['is the built one without a development server', false, undefined, 'app://stepwright/index.html'],
  ])('%s', (_what, isPackaged, server, address) => {
    expect(pageAddress(isPackaged, server)).toBe(address);
  });
});
