import type { DisplayStatus } from '../../runs/index';

/** Colours of a picture. They are those of the window, by the names of its tokens. */
export interface PictureTheme {
  readonly canvas: string;
  readonly surface: string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly text: string;
  readonly 'text-2': string;
  readonly edge: string;
  readonly accent: string;
  readonly danger: string;
  readonly 'run-running': string;
  readonly 'run-succeeded': string;
  readonly 'run-caught': string;
  readonly 'run-failed': string;
}

export const themes: Readonly<Record<'light' | 'dark', PictureTheme>> = {
  light: {
    canvas: '#f8f9fb',
    surface: '#ffffff',
    line: '#e2e5eb',
    'line-strong': '#c9ced8',
    text: '#171a21',
    'text-2': '#545c6b',
    edge: '#8c94a3',
    accent: '#4f46e5',
    danger: '#c62a2f',
    'run-running': '#2563eb',
    'run-succeeded': '#18794e',
    'run-caught': '#9a5b00',
    'run-failed': '#c62a2f',
  },
  dark: {
    canvas: '#12141a',
    surface: '#171a21',
    line: '#2a2f3a',
    'line-strong': '#3c4350',
    text: '#eceef2',
    'text-2': '#a9b0bd',
    edge: '#747d8d',
    accent: '#7b74ff',
    danger: '#ff7b7f',
    'run-running': '#7aa7ff',
    'run-succeeded': '#5ccf97',
    'run-caught': '#f0b557',
    'run-failed': '#ff7b7f',
  },
};

/** The colour of a state in a run. */
export function statusColour(theme: PictureTheme, status: DisplayStatus): string {
  switch (status) {
    case 'succeeded':
      return theme['run-succeeded'];
    case 'caught':
    case 'retrying':
      return theme['run-caught'];
    case 'failed':
    case 'timedOut':
    case 'aborted':
      return theme['run-failed'];
    default:
      return theme['run-running'];
  }
}
