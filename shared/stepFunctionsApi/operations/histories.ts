import { detailsOf, timeOf, type HistoryEvent } from '../../history/index';
import { executionMissing } from '../apiError';
import { seconds } from '../apiState';
import type { Call, Handlers } from '../call';
import { executionOf } from '../describedExecution';
import { pageOf } from '../paging';
import type { ApiShape } from '../types';

/** Details that hold data of the execution, which a caller may leave out. */
const data: ReadonlySet<string> = new Set(['input', 'output', 'parameters', 'error', 'cause', 'assignedVariables']);

export const histories: Handlers<'GetExecutionHistory'> = {
  GetExecutionHistory(call, request) {
    const { executionArn, reverseOrder = false, includeExecutionData = true } = request;
    const events = eventsOf(call, executionArn);
    const ordered = reverseOrder ? [...events].reverse() : events;
    const of = `history ${executionArn} ${reverseOrder}`;
    const { items, ...next } = pageOf(request, of, call.state.now(), ordered, ({ id }) => String(id));
    return { events: items.map((event) => onTheWire(event, includeExecutionData)), ...next };
  },
};

function eventsOf(call: Call, arn: string): readonly HistoryEvent[] {
  const { parentArn } = executionOf(call, arn);
  if (parentArn === undefined) return call.running.events(arn);
  const child = call.running.children(parentArn).find(({ settings }) => settings.executionArn === arn);
  if (child === undefined) throw executionMissing(arn);
  return child.events;
}

/** An event as the API has it: its time in seconds, and its data where it is asked for. */
function onTheWire(event: HistoryEvent, withData: boolean): ApiShape<'HistoryEvent'> {
  const timed = { ...event, timestamp: seconds(timeOf(event)) };
  if (!withData) {
    const details = detailsOf(event);
    const key = Object.entries(event).find(([, value]) => value === details)?.[0];
    if (key !== undefined)
      Object.assign(timed, { [key]: Object.fromEntries(Object.entries(details).filter(([name]) => !data.has(name))) });
  }
  return timed as unknown as ApiShape<'HistoryEvent'>;
}
