import { useSyncExternalStore } from 'react';
import { followSettings } from '../editor/settings';
import { getState, onAppChange, useApp, type Theme } from '../editor/store';

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
  document.documentElement.dataset['theme'] = lookOf(getState().theme);
}

function lookOf(theme: Theme): 'light' | 'dark' {
  return theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}

/** The theme that the page is shown in, for pictures, which have their colours in them. */
export function useLook(): 'light' | 'dark' {
  const theme = useApp((state) => state.theme);
  return useSyncExternalStore(onSystemChange, () => lookOf(theme));
}

function onSystemChange(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}
