import { create } from 'zustand';
import type { ScopePath } from '#shared/workflow/index';
import { readSetting, writeSetting, type Setting } from '../platform/storage';
import { nothingSelected, type Session } from './session';

export type View = 'canvas' | 'split' | 'code';
export type Theme = Setting<'theme'>;
export type Dock = 'problems' | 'run' | 'access' | 'compare';
/** What the panel on the left shows: what can be added, or the states there are. */
export type Sidebar = 'palette' | 'outline';
export type Overlay = 'commands' | 'add' | 'find' | 'export' | 'shortcuts' | 'settings';

export interface Toast {
  readonly id: number;
  readonly kind: 'problem' | 'done';
  readonly text: string;
}

/** Work beside the page that takes its time, such as opening a large file. */
export interface Pending {
  readonly id: string;
  /** What is being done. */
  readonly text: string;
  readonly cancel: () => void;
}

interface Answer {
  readonly id: string;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
  /** What the answer means; answers that say it stand below each other. */
  readonly about?: string;
}

/** A question the person has to answer before something goes on. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  readonly answer: (id: string | null) => void;
}

export interface AppState {
  readonly sessions: readonly Session[];
  /** Null shows the start screen. */
  readonly activeId: string | null;
  readonly view: View;
  readonly theme: Theme;
  /** The panel at the foot of the window. */
  readonly dock: Dock | null;
  readonly toasts: readonly Toast[];
  readonly pending: readonly Pending[];
  readonly question: Question | null;
  /** A dialog over everything: the command palette in one of its modes, the formats of export, or the list of shortcuts. */
  readonly overlay: Overlay | null;
  readonly paletteOpen: boolean;
  readonly sidebar: Sidebar;
  readonly inspectorOpen: boolean;
  /** What the inspector shows of the machine when nothing is selected: the id of a tab. */
  readonly machineTab: string;
  /** The state whose name is being typed on the canvas. */
  readonly renaming: string | null;
}

const store = create<AppState>(() => ({
  sessions: [],
  activeId: null,
  view: 'canvas',
  theme: readSetting('theme') ?? 'system',
  dock: null,
  toasts: [],
  pending: [],
  question: null,
  overlay: null,
  paletteOpen: readSetting('paletteOpen') ?? true,
  sidebar: 'palette',
  inspectorOpen: readSetting('inspectorOpen') ?? true,
  machineTab: 'settings',
  renaming: null,
}));

/** A part of what the window shows; the component is drawn again when it changes. */
export function useApp<Part>(part: (state: AppState) => Part): Part {
  return store(part);
}

export const getState = (): AppState => store.getState();

/** Calls the listener at every change; returns how to stop that. */
export const onAppChange = (listener: (state: AppState, before: AppState) => void): (() => void) =>
  store.subscribe(listener);

export function activeSession(state: AppState = getState()): Session | null {
  return state.sessions.find((session) => session.id === state.activeId) ?? null;
}

export function updateSession(id: string, change: (session: Session) => Session): void {
  store.setState((state) => ({
    sessions: state.sessions.map((session) => (session.id === id ? change(session) : session)),
  }));
}

/** Puts a new document on screen. Text that has no canvas yet is shown as code. */
export function addSession(session: Session): void {
  store.setState((state) => ({
    sessions: [...state.sessions, session],
    activeId: session.id,
    view: session.undo.present.document === null ? 'code' : state.view === 'code' ? 'canvas' : state.view,
  }));
}

/** Takes a tab away; the next one comes on screen. */
export function removeSession(id: string): void {
  const { sessions, activeId } = getState();
  const at = sessions.findIndex((session) => session.id === id);
  const left = sessions.filter((session) => session.id !== id);
  const next = left[Math.min(at, left.length - 1)]?.id ?? null;
  store.setState({ sessions: left, activeId: activeId === id ? next : activeId });
}

/** Shows a tab; null shows the start screen. */
export function activate(id: string | null): void {
  store.setState({ activeId: id });
}

export function showView(view: View): void {
  store.setState({ view });
}

export function setTheme(theme: Theme): void {
  writeSetting('theme', theme);
  store.setState({ theme });
}

/** Shows a panel at the foot of the window; null closes it. */
export function showDock(dock: Dock | null): void {
  store.setState({ dock });
}

/** Shows a dialog over everything; null closes it. */
export function showOverlay(overlay: Overlay | null): void {
  store.setState({ overlay });
}

export function showPalette(open: boolean): void {
  writeSetting('paletteOpen', open);
  store.setState({ paletteOpen: open });
}

export function showSidebar(sidebar: Sidebar): void {
  store.setState({ sidebar });
  showPalette(true);
}

export function showInspector(open: boolean): void {
  writeSetting('inspectorOpen', open);
  store.setState({ inspectorOpen: open });
}

export function chooseMachineTab(machineTab: string): void {
  store.setState({ machineTab });
}

/** Shows a tab of the machine itself in the inspector, whatever was selected. */
export function showMachineTab(machineTab: string): void {
  const session = activeSession();
  if (!session) return;
  updateSession(session.id, (current) => ({ ...current, selection: nothingSelected }));
  store.setState({ machineTab, inspectorOpen: true });
}

/** Lets the name of a state be typed on the canvas; null ends it. */
export function setRenaming(state: string | null): void {
  store.setState({ renaming: state });
}

/** Lets a scope of a document fill the canvas. */
export function showScope(sessionId: string, focus: ScopePath): void {
  updateSession(sessionId, (current) => ({ ...current, focus }));
}

let nextToast = 1;

/** Says something at the foot of the window. Problems stay until they are dismissed or eight seconds have passed. */
export function say(kind: Toast['kind'], text: string): void {
  const toast = { id: nextToast++, kind, text };
  store.setState((state) => ({ toasts: [...state.toasts.slice(-1), toast] }));
  setTimeout(() => dismissToast(toast.id), kind === 'problem' ? 8000 : 3000);
}

export function dismissToast(id: number): void {
  store.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** Shows work that goes on beside the page, or what it does by now. */
export function showPending(work: Pending): void {
  store.setState(({ pending }) => {
    const known = pending.some(({ id }) => id === work.id);
    return { pending: known ? pending.map((each) => (each.id === work.id ? work : each)) : [...pending, work] };
  });
}

export function endPending(id: string): void {
  store.setState(({ pending }) => ({ pending: pending.filter((work) => work.id !== id) }));
}

/** Asks and waits for the answer; null when the dialog was dismissed. */
export function ask(question: Omit<Question, 'answer'>): Promise<string | null> {
  return new Promise((resolve) => {
    const answer = (id: string | null) => {
      store.setState({ question: null });
      resolve(id);
    };
    store.setState({ question: { ...question, answer } });
  });
}
