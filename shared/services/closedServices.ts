/**
 * Services that Step Functions could call through the SDK and that AWS has closed since. Old definitions still name them. The API models of
 * nearly all are gone, so that the catalogue cannot say whether a call is spelt right. Names as in resource ARNs.
 * Source: AWS developer guide, "Supported AWS SDK service integrations", against the API models of today; its release
 * history of 12 March and 3 June 2026 (Lex V1, whose models are still published; WorkLink; Mainframe Modernization
 * application testing).
 */
export const closedServices: ReadonlySet<string> = new Set([
  'alexaforbusiness',
  'apptest',
  'codestar',
  'elasticinference',
  'elastictranscoder',
  'evidently',
  'honeycode',
  'iot1clickprojects',
  'iotanalytics',
  'iotevents',
  'ioteventsdata',
  'iotfleethub',
  'lexmodelbuilding',
  'lexruntime',
  'lookoutvision',
  'macie',
  'mobile',
  'opsworks',
  'opsworkscm',
  'panorama',
  'qldb',
  'qldbsession',
  'robomaker',
  'sms',
  'worklink',
]);
