import { describe, expect, it } from 'vitest';
import { isOurPage } from './ourPage';

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
