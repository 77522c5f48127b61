import { useEffect, useState } from 'react';
import { type JsonObject, type JsonPath, isObject, valueAt } from '#shared/base/index';
import { stageOfField, type FieldQuestion } from '#shared/language/index';
import { queryLanguageOf, stateName, stateOfPlace, toJsonPath } from '#shared/workflow/index';
import { activeDocument } from '../editing';
import { activeSession, useApp } from '../store';
import { documentOf } from '../session';
import type { FieldAnswer } from './fieldValue.worker';
import { usePlayback, useRuns } from './runStore';
import { stateData, variablesBefore } from './stateData';

/** How long typing rests before a value is asked for, and how long it may take, in milliseconds. */
const rest = 200;
const patience = 1000;

/** What a field gives with the data of the run on screen, and which data they are. */
export interface FieldValue {
  readonly stage: 'input' | 'result' | 'error';
  readonly answer: NonNullable<FieldAnswer>;
}

/** The value of the field at a place; null where nothing is evaluated, no run is shown, or it did not come to the state. */
export function useFieldValue(place: JsonPath): FieldValue | null {
  const [shown, setShown] = useState<FieldValue | null>(null);
  const key = JSON.stringify(place);
  const definition = useApp((app) => {
    const session = activeSession(app);
    return session && documentOf(session)?.definition;
  });
  const { runId, position } = usePlayback(useApp(({ activeId }) => activeId ?? ''));
  useRuns(({ runs }) => runs);
  useEffect(() => {
    const question = questionOf(JSON.parse(key) as JsonPath);
    const stage = question && stageOfField(question);
    if (!question || !stage) return setShown(null);
    let worker: Worker | null = null;
    let limit: ReturnType<typeof setTimeout> | undefined;
    const end = (answer: FieldAnswer) => {
      worker?.terminate();
      clearTimeout(limit);
      setShown(answer && { stage, answer });
    };
    const start = setTimeout(() => {
      worker = new Worker(new URL('./fieldValue.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<FieldAnswer>) => end(data);
      worker.onerror = () => end(null);
      limit = setTimeout(() => end({ ok: false, problem: 'It takes too long.' }), patience);
      worker.postMessage(question);
    }, rest);
    return () => {
      clearTimeout(start);
      clearTimeout(limit);
      worker?.terminate();
    };
  }, [key, definition, runId, position]);
  return shown;
}

function questionOf(place: JsonPath): FieldQuestion | null {
  const document = activeDocument();
  const path = stateOfPlace(place);
  if (!document || path === null) return null;
  const steps = toJsonPath(path);
  const state = valueAt(document.definition, steps);
  const data = stateData(stateName(path));
  if (!data || !isObject(state)) return null;
  const language = queryLanguageOf(document.definition, path);
  const variables: JsonObject = variablesBefore(stateName(path));
  return { state, language, at: place.slice(steps.length), data, variables };
}
