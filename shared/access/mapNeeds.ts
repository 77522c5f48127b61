import { type JsonObject, isObject, own } from '../base/index';
import type { QueryLanguage } from '../asl/index';
import { buildArn } from '../services/index';
import { accessCall, type Place } from './accessCall';
import type { Need } from './callNeeds';

/**
 * Permissions of a distributed Map: its children are executions of the same state machine, its items and results are
 * in S3. Source: AWS developer guide, "IAM policies for using Distributed Map states".
 */
export function mapNeeds(state: JsonObject, language: QueryLanguage, place: Place, machine: string): readonly Need[] {
  const processor = own(state, 'ItemProcessor');
  const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
  if (!isObject(config) || own(config, 'Mode') !== 'DISTRIBUTED') return [];
  const name = machine === '' ? '*' : machine;
  return [
    {
      actions: ['states:StartExecution'],
      resources: [buildArn('states.stateMachine', { ...place, name })],
      why: 'Each item of a distributed Map is an execution of this state machine.',
    },
    {
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [buildArn('states.execution', { ...place, name, execution: '*' })],
      why: 'The Map asks after its child executions and stops them.',
    },
    {
      actions: ['states:RedriveExecution'],
      resources: [buildArn('states.execution', { ...place, name: `${name}/*`, execution: '*' })],
      why: 'A redrive starts the child executions again that failed.',
    },
    ...readerNeeds(own(state, 'ItemReader'), language, place),
    ...writerNeeds(own(state, 'ResultWriter'), language, place),
  ];
}

function readerNeeds(reader: JsonObject[string] | undefined, language: QueryLanguage, place: Place): readonly Need[] {
  if (!isObject(reader)) return [];
  const { bucket, key } = placeOf(reader, language, place, 'Key');
  const resource = own(reader, 'Resource');
  const given = own(reader, 'ReaderConfig');
  const config = isObject(given) ? given : {};
  if (typeof resource === 'string' && /:listObjectsV2$/i.test(resource)) {
    const list = { actions: ['s3:ListBucket'], resources: [buildArn('s3.bucket', { ...place, bucket })] };
    if (own(config, 'Transformation') !== 'LOAD_AND_FLATTEN') return [list];
    const prefix = placeOf(reader, language, place, 'Prefix').key;
    const below = prefix.endsWith('*') ? prefix : `${prefix}*`;
    return [list, { actions: ['s3:GetObject'], resources: [buildArn('s3.object', { ...place, bucket, key: below })] }];
  }
  const manifest = own(config, 'InputType') === 'MANIFEST' || own(config, 'ManifestType') !== undefined;
  return [
    {
      actions: ['s3:GetObject'],
      resources: [buildArn('s3.object', { ...place, bucket, key })],
      ...(manifest ? { why: 'The manifest alone: add the files that it names.' } : {}),
    },
  ];
}

function writerNeeds(writer: JsonObject[string] | undefined, language: QueryLanguage, place: Place): readonly Need[] {
  if (!isObject(writer) || own(writer, 'Resource') === undefined) return [];
  const { bucket, key } = placeOf(writer, language, place, 'Prefix');
  const prefix = key === '*' ? '*' : `${key.replace(/\/$/, '')}/*`;
  return [
    {
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: [buildArn('s3.object', { ...place, bucket, key: prefix })],
    },
  ];
}

function placeOf(
  holder: JsonObject,
  language: QueryLanguage,
  place: Place,
  keyName: string,
): { readonly bucket: string; readonly key: string } {
  const value = own(holder, language === 'JSONata' ? 'Arguments' : 'Parameters') ?? {};
  const call = accessCall('requestResponse', place, { value, language });
  return { bucket: call.literal('Bucket') ?? '*', key: call.literal(keyName) ?? '*' };
}
