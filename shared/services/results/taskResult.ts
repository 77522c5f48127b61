import { entryOf } from '../../base/index';
import { resultCall, type ResultCall } from './resultCall';
import { memberShape, type ResultShape, type SdkResults } from './resultShape';

/** The shape of what the Task of a Resource gives as its result; null where no API model says it, or it is not known. */
export type TaskResults = (resource: string) => ResultShape | null;

/** What Tasks give, by what the actions of the SDK answer. The same object each time. */
export function taskResults(sdkResults: SdkResults): TaskResults {
  const known = new Map<string, ResultShape | null>();
  return (resource) => {
    let shape = known.get(resource);
    if (shape === undefined) {
      shape = shapeOf(resultCall(resource), sdkResults);
      // What is not known may be known later, when more of the catalogue has been loaded.
      if (shape !== null) known.set(resource, shape);
    }
    return shape;
  };
}

function shapeOf(call: ResultCall | null, sdkResults: SdkResults): ResultShape | null {
  if (call === null) return null;
  const whole = sdkResults(call.service, call.action);
  const part = call.member === undefined ? whole : memberShape(whole, call.member);
  const shape = part?.kind === 'list' ? part.items : part;
  const { parsed = [], renamed = {} } = call;
  if (shape?.kind !== 'structure' || (parsed.length === 0 && Object.keys(renamed).length === 0)) return shape;
  return {
    kind: 'structure',
    members: shape.members.map(({ name, required, shape: inner }) => ({
      name: entryOf(renamed, name) ?? name,
      required,
      shape: parsed.includes(name) ? ({ kind: 'json' } as const) : inner,
    })),
  };
}
