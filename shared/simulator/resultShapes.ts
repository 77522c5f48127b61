/**
 * The shapes of the answers of the integrations that tests mock most, from the services' API references: enough to
 * refuse a mock that the service could never give. Field names are those of Step Functions (capitalised).
 */
export type ResultShape =
  | { readonly kind: 'string'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly item: ResultShape }
  | { readonly kind: 'map'; readonly value: ResultShape }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, ResultShape>>;
      readonly required: readonly string[];
    };

const text: ResultShape = { kind: 'string' };
const number: ResultShape = { kind: 'number' };
const flag: ResultShape = { kind: 'boolean' };
const any: ResultShape = { kind: 'any' };
const oneOf = (...values: readonly string[]): ResultShape => ({ kind: 'string', oneOf: values });
const between = (min: number, max: number): ResultShape => ({ kind: 'number', min, max });
const list = (item: ResultShape): ResultShape => ({ kind: 'list', item });
const map = (value: ResultShape): ResultShape => ({ kind: 'map', value });
const object = (fields: Readonly<Record<string, ResultShape>>, ...required: readonly string[]): ResultShape => ({
  kind: 'object',
  fields,
  required,
});

const consumed = object({
  TableName: text,
  CapacityUnits: number,
  ReadCapacityUnits: number,
  WriteCapacityUnits: number,
  Table: object({ CapacityUnits: number, ReadCapacityUnits: number, WriteCapacityUnits: number }),
});
const written = object({ Attributes: map(any), ConsumedCapacity: consumed, ItemCollectionMetrics: any });
const read = object({ Item: map(any), ConsumedCapacity: consumed });
const queried = object({
  Items: list(map(any)),
  Count: number,
  ScannedCount: number,
  LastEvaluatedKey: map(any),
  ConsumedCapacity: consumed,
});
const putEvents = object({
  FailedEntryCount: number,
  Entries: list(object({ EventId: text, ErrorCode: text, ErrorMessage: text })),
});
const started = object({ ExecutionArn: text, StartDate: text }, 'ExecutionArn', 'StartDate');
const startedSync = object({ ExecutionArn: text, StateMachineArn: text, Name: text, Status: text });
const sent = object({
  MD5OfMessageBody: text,
  MD5OfMessageAttributes: text,
  MD5OfMessageSystemAttributes: text,
  MessageId: text,
  SequenceNumber: text,
});
const published = object({ MessageId: text, SequenceNumber: text });
const invoked = object({
  StatusCode: number,
  FunctionError: text,
  LogResult: text,
  Payload: any,
  ExecutedVersion: text,
});

const storageClass = oneOf(
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'OUTPOSTS',
  'GLACIER_IR',
  'SNOW',
  'EXPRESS_ONEZONE',
  'FSX_OPENZFS',
);
const gotObject = object({
  AcceptRanges: text,
  Body: text,
  BucketKeyEnabled: flag,
  CacheControl: text,
  ContentLength: number,
  ContentType: text,
  DeleteMarker: flag,
  ETag: text,
  Expiration: text,
  LastModified: text,
  Metadata: map(text),
  MissingMeta: number,
  PartsCount: number,
  ServerSideEncryption: oneOf('AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse'),
  StorageClass: storageClass,
  TagCount: number,
  VersionId: text,
});
const putObject = object({ BucketKeyEnabled: flag, ETag: text, Expiration: text, Size: number, VersionId: text });
const gotFunction = object({
  Configuration: object({
    FunctionName: text,
    FunctionArn: text,
    Runtime: text,
    Role: text,
    Handler: text,
    CodeSize: number,
    Description: text,
    Timeout: { kind: 'number', min: 1 },
    MemorySize: between(128, 10_240),
    LastModified: text,
    CodeSha256: text,
    Version: text,
    State: oneOf(
      'Pending',
      'Active',
      'Inactive',
      'Failed',
      'Deactivating',
      'Deactivated',
      'ActiveNonInvocable',
      'Deleting',
    ),
    PackageType: oneOf('Zip', 'Image'),
    Architectures: list(oneOf('x86_64', 'arm64')),
    Layers: list(object({ Arn: text, CodeSize: number })),
  }),
  Code: object({ RepositoryType: text, Location: text, ImageUri: text, ResolvedImageUri: text }),
  Tags: map(text),
  Concurrency: object({ ReservedConcurrentExecutions: { kind: 'number', min: 0 } }),
});
const algorithm = oneOf('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE');
const encrypted = object({ CiphertextBlob: text, KeyId: text, EncryptionAlgorithm: algorithm });
const decrypted = object({
  Plaintext: text,
  KeyId: text,
  EncryptionAlgorithm: algorithm,
  CiphertextForRecipient: text,
});

/** By the part of the Resource after the account: `lambda:invoke`, `aws-sdk:s3:getObject`. */
export const resultShapes: ReadonlyMap<string, ResultShape> = new Map([
  ['dynamodb:getItem', read],
  ['dynamodb:putItem', written],
  ['dynamodb:updateItem', written],
  ['dynamodb:deleteItem', written],
  ['aws-sdk:dynamodb:getItem', read],
  ['aws-sdk:dynamodb:putItem', written],
  ['aws-sdk:dynamodb:updateItem', written],
  ['aws-sdk:dynamodb:deleteItem', written],
  ['aws-sdk:dynamodb:query', queried],
  ['aws-sdk:dynamodb:scan', queried],
  ['events:putEvents', putEvents],
  ['aws-sdk:eventbridge:putEvents', putEvents],
  ['aws-sdk:kms:encrypt', encrypted],
  ['aws-sdk:kms:decrypt', decrypted],
  ['lambda:invoke', invoked],
  ['aws-sdk:lambda:invoke', invoked],
  ['aws-sdk:lambda:getFunction', gotFunction],
  ['aws-sdk:s3:getObject', gotObject],
  ['aws-sdk:s3:putObject', putObject],
  ['sns:publish', published],
  ['aws-sdk:sns:publish', published],
  ['sqs:sendMessage', sent],
  ['aws-sdk:sqs:sendMessage', sent],
  ['states:startExecution', started],
  ['aws-sdk:sfn:startExecution', started],
  ['states:startExecution.sync', startedSync],
  ['states:startExecution.sync:2', startedSync],
]);
