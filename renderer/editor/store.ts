import { create } from 'zustand';
import type { Session } from './session';

export type View = 'canvas' | 'split' | 'code';
export type Theme = 'system' | 'light' | 'dark';

export interface Toast {
  readonly id: number;
  readonly kind: 'problem' | 'done';
  readonly text: string;
}

/** A question the person has to answer before something goes on. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly look?: 'primary' | 'danger' }[];
  readonly answer: (id: string | null) => void;
}

export interface AppState {
  readonly sessions: readonly Session[];
  /** Null shows the start screen. */
  readonly activeId: string | null;
  readonly view: View;
  readonly theme: Theme;
  /** The panel at the foot of the window. */
  readonly dock: 'problems' | 'run' | 'access' | null;
  readonly toasts: readonly Toast[];
  readonly question: Question | null;
  /** A dialog over everything: the command palette in one of its modes, or the list of shortcuts. */
  readonly overlay: 'commands' | 'add' | 'find' | 'shortcuts' | null;
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  /** What the inspector shows of the machine when nothing is selected. */
  readonly machineTab: 'settings' | 'triggers';
  /** The state whose name is being typed on the canvas. */
  readonly renaming: string | null;
}

export const useApp = create<AppState>(() => ({
  sessions: [],
  activeId: null,
  view: 'canvas',
  theme: readTheme(),
  dock: null,
  toasts: [],
  question: null,
  overlay: null,
  paletteOpen: localStorage.getItem('palette') !== 'closed',
  inspectorOpen: localStorage.getItem('inspector') !== 'closed',
  machineTab: 'settings',
  renaming: null,
}));

export const { getState, setState } = useApp;

function readTheme(): Theme {
  const kept = localStorage.getItem('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function activeSession(state: AppState = getState()): Session | null {
  return state.sessions.find((session) => session.id === state.activeId) ?? null;
}

export function updateSession(id: string, change: (session: Session) => Session): void {
  setState((state) => ({
    sessions: state.sessions.map((session) => (session.id === id ? change(session) : session)),
  }));
}

let nextToast = 1;

/** Says something at the foot of the window. Problems stay until they are dismissed or eight seconds have passed. */
export function say(kind: Toast['kind'], text: string): void {
  const toast = { id: nextToast++, kind, text };
  setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }));
  setTimeout(() => dismissToast(toast.id), kind === 'problem' ? 8000 : 3000);
}

export function dismissToast(id: number): void {
  setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** Asks and waits for the answer; null when the dialog was dismissed. */
export function ask(question: Omit<Question, 'answer'>): Promise<string | null> {
  return new Promise((resolve) => {
    const answer = (id: string | null) => {
      setState({ question: null });
      resolve(id);
    };
    setState({ question: { ...question, answer } });
  });
}
