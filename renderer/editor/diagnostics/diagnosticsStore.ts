import { create } from 'zustand';
import type { MachineType } from '#shared/asl/index';
import { type JsonObject, type JsonValue, jsonEqual, patchBetween } from '#shared/base/index';
import type { Diagnostic } from '#shared/validation/index';
import { fromJsonPath } from '#shared/workflow/index';
import { loadFile, onCatalogueChange, sdkState } from '../sdk/catalogue';
import { documentOf } from '../session';
import { getState, onAppChange } from '../store';
import type { FromValidator, ToValidator } from './messages';

/** What is wrong with a document, by what people look at. */
export interface Judged {
  /** The definition that was judged; what is on screen may be one edit further on. */
  readonly version: number;
  readonly all: readonly Diagnostic[];
  readonly byState: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly byPlace: ReadonlyMap<string, Diagnostic>;
}

/** What the worker was told last of a document. */
interface Sent {
  readonly definition: JsonObject;
  readonly type: MachineType;
  readonly switchedOff: readonly string[];
  readonly version: number;
}

/** By session id. */
const store = create<{ readonly judged: Readonly<Record<string, Judged>> }>(() => ({ judged: {} }));

/** A part of what is known to be wrong with a document; the component is drawn again when that changes. */
export function useJudged<Part>(sessionId: string | null, part: (judged: Judged | null) => Part): Part {
  return store(({ judged }) => part(sessionId === null ? null : (judged[sessionId] ?? null)));
}

/**
 * Judges every open document in a worker, and again whenever it changes: the worker is sent what differs, and judges only
 * that again.
 */
export function validateInWorker(): void {
  const worker = new Worker(new URL('./validate.worker.ts', import.meta.url), { type: 'module' });
  const sent = new Map<string, Sent>();
  const post = (message: ToValidator) => worker.postMessage(message);
  const send = () => {
    const { sessions } = getState();
    for (const session of sessions) {
      const document = documentOf(session);
      const before = sent.get(session.id);
      if (!document) continue;
      const { definition, sidecar } = document;
      const { type, switchedOff } = sidecar;
      if (before?.definition === definition && before.type === type && before.switchedOff === switchedOff) continue;
      const version = (before?.version ?? 0) + 1;
      sent.set(session.id, { definition, type, switchedOff, version });
      const old: JsonValue = before?.definition ?? {};
      const patch = patchBetween(old, definition);
      post({ kind: 'definition', document: session.id, version, patch, type, switchedOff });
    }
    for (const id of sent.keys()) {
      if (sessions.some((session) => session.id === id)) continue;
      sent.delete(id);
      post({ kind: 'closed', document: id });
      store.setState(({ judged: { [id]: _closed, ...judged } }) => ({ judged }));
    }
  };
  worker.onmessage = ({ data }: MessageEvent<FromValidator>) => {
    if (data.kind === 'wanted') return void loadFile(data.file);
    if (!sent.has(data.document)) return;
    store.setState(({ judged }) => ({
      judged: { ...judged, [data.document]: indexed(data.version, data.diagnostics, judged[data.document]) },
    }));
  };
  onCatalogueChange((state, before) => {
    const index = state.index === before.index ? null : state.index;
    const services = changed(state.services, before.services);
    const outputs = changed(state.outputs, before.outputs);
    post({ kind: 'catalogue', loaded: { index, services, outputs } });
  });
  if (sdkState().index) post({ kind: 'catalogue', loaded: sdkState() });
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const sendSoon = () => {
    // To take a large document over is a task of its own, after the window has been drawn.
    waiting ??= setTimeout(() => {
      waiting = null;
      send();
    });
  };
  send();
  onAppChange(sendSoon);
}

/** Lists of a state that say the same as before are the same object, so that their cards are not drawn again. */
function indexed(version: number, all: readonly Diagnostic[], before: Judged | undefined): Judged {
  const byState = new Map<string, readonly Diagnostic[]>();
  const byPlace = new Map<string, Diagnostic>();
  const lists = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    const place = fromJsonPath(diagnostic.at);
    if (!byPlace.has(place)) byPlace.set(place, diagnostic);
    if (diagnostic.state === null) continue;
    const list = lists.get(diagnostic.state);
    if (list) list.push(diagnostic);
    else lists.set(diagnostic.state, [diagnostic]);
  }
  for (const [state, list] of lists) {
    const known = before?.byState.get(state);
    byState.set(state, known && sameList(known, list) ? known : list);
  }
  return { version, all, byState, byPlace };
}

function sameList(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  const asJson = (list: readonly Diagnostic[]): JsonValue =>
    list.map(({ code, at, message, fix }) => [code, [...at], message, fix ? [[...fix.at], fix.value] : null]);
  return jsonEqual(asJson(a), asJson(b));
}

/** The entries that are other than before. */
function changed<Value>(now: Readonly<Record<string, Value>>, before: Readonly<Record<string, Value>>) {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => before[name] !== value));
}
