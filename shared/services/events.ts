import { json, listOf, may, need, objectOf, string, text, type ServiceDefinition } from './contract';
import { eventBusArns } from './callArns';
import { entryUnits, priced } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Add EventBridge events with Step Functions". */
export const events: ServiceDefinition = {
  id: 'events',
  label: 'EventBridge',
  icon: 'events',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by event.',
  category: 'Messaging and events',
  actions: [
    {
      id: 'events.putEvents',
      label: 'Put events',
      description: 'Put events on a bus.',
      resources: {
        requestResponse: 'arn:aws:states:::events:putEvents',
        waitForTaskToken: 'arn:aws:states:::events:putEvents.waitForTaskToken',
      },
      defaultPattern: 'requestResponse',
      fields: [
        need(
          'Entries',
          listOf(
            objectOf(
              may('Time', json),
              may('Source', string),
              may('Resources', listOf(string)),
              may('DetailType', string),
              may('Detail', json),
              may('EventBusName', text(1, 1600)),
              may('TraceHeader', text(1, 500)),
            ),
          ),
          'Up to ten events with Source, DetailType, Detail and EventBusName.',
        ),
      ],
      errors: ['EventBridge.FailedEntry', 'States.Timeout', 'States.HeartbeatTimeout'],
      recommendedRetriers: [retryTransient('States.TaskFailed')],
      arguments: {
        Entries: [{ Source: 'my.application', DetailType: 'Step done', Detail: {}, EventBusName: 'default' }],
      },
      results: {
        requestResponse: { Entries: [{ EventId: '8f1c2d3e-0000-4000-8000-000000000000' }], FailedEntryCount: 0 },
      },
      access: (call) => [grant(['events:PutEvents'], eventBusArns(call))],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced([], (call) => [{ price: 'events.event', units: entryUnits(call, 'Entries', 64) }]),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html',
    },
  ],
};
