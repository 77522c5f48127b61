import { randomUuid, type Result, type JsonValue } from '#shared/base/index';
import { fieldValue, type FieldQuestion } from '#shared/language/index';

/** What a field gives; null where it gives nothing to show. */
export type FieldAnswer = Result<JsonValue, string> | null;

// An expression may never end: whoever asks ends the worker then.
self.onmessage = ({ data }: MessageEvent<FieldQuestion>) => {
  const random = () => Math.random();
  const chance = { random, uuid: () => randomUuid(random), now: () => Date.now() };
  void fieldValue(data, chance).then(
    (answer) => post(answer),
    () => post(null),
  );
};

function post(answer: FieldAnswer): void {
  self.postMessage(answer);
}
