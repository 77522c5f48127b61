import { followSettings } from '../editor/settings';
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

/** Keeps motion and the size of code as they are set; the style sheets read both off the page. */
export function showSettings(): void {
  followSettings(({ motion, codeSize }) => {
    document.documentElement.dataset['motion'] = motion;
    document.documentElement.style.setProperty('--code-size', `${codeSize}px`);
  });
}

function apply(): void {
  const { theme } = getState();
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
