import { getState, onAppChange } from '../editor/store';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Keeps the page's theme in step with the setting and the system. */
export function followTheme(): void {
  apply();
  dark.addEventListener('change', apply);
  onAppChange((state, before) => {
    if (state.theme !== before.theme) apply();
  });
}

function apply(): void {
  const { theme } = getState();
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
