/**
 * The functions that expressions of state machines may call, by name without `$`: those of JSONata 2.0.6, and those that
 * AWS adds. `$eval` is JSONata's and not there on AWS: calling it fails the state.
 * Source: AWS developer guide, "Transforming data with JSONata".
 */
export const functionNames: ReadonlySet<string> = new Set(
  (
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match ' +
    'contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power ' +
    'random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert ' +
    'type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl ' +
    'toMillis fromMillis clone now millis partition range hash uuid parse'
  ).split(' '),
);

/** What JSONata has and AWS took away. */
export const missingFunction = 'eval';
