/**
 * Services that Step Functions could call through the SDK and that AWS has closed since: their API models are gone, so
 * the catalogue cannot say whether a call is spelt right. Old definitions still name them. Names as in resource ARNs.
 * Source: AWS developer guide, "Supported AWS SDK service integrations", against the API models of today.
 */
export const closedServices: ReadonlySet<string> = new Set([
  'alexaforbusiness',
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
]);
