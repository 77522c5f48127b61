import { integer, listOf, may, need, objectOf, oneOf, string, text, type ServiceAction } from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** SageMaker: put feature record. */
export const putRecord: ServiceAction = {
  id: 'sagemakerfeaturestore.putRecord',
  label: 'Put feature record',
  description: 'Write a record to a feature group of Feature Store.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:sagemakerfeaturestoreruntime:putRecord' },
  defaultPattern: 'requestResponse',
  fields: [
    need('FeatureGroupName', text(1, 150), 'Name of the feature group.'),
    need(
      'Record',
      listOf(
        objectOf(
          need('FeatureName', text(1, 64)),
          may('ValueAsString', text(0, 358400)),
          may('ValueAsStringList', listOf(string)),
        ),
      ),
      'The record to put.',
    ),
    may('TargetStores', listOf(string)),
    may(
      'TtlDuration',
      objectOf(need('Unit', oneOf('Seconds', 'Minutes', 'Hours', 'Days', 'Weeks')), need('Value', integer(1))),
    ),
  ],
  errors: [
    'SageMakerFeatureStoreRuntime.ValidationErrorException',
    'SageMakerFeatureStoreRuntime.InternalFailureException',
    'SageMakerFeatureStoreRuntime.ServiceUnavailableException',
    'SageMakerFeatureStoreRuntime.AccessForbiddenException',
  ],
  recommendedRetriers: [
    retryTransient(
      'SageMakerFeatureStoreRuntime.InternalFailureException',
      'SageMakerFeatureStoreRuntime.ServiceUnavailableException',
    ),
  ],
  arguments: { FeatureGroupName: 'my-features', Record: [{ FeatureName: 'id', ValueAsString: '1' }] },
  results: { requestResponse: {} },
  access: (call) => [grant(['sagemaker:PutRecord'], [call.arn('FeatureGroupName', 'sagemaker.featureGroup')])],
  price: priced([], (call) => [{ price: 'sagemaker.featureStoreWriteUnit', units: chunks(call.inputBytes, 1) }]),
  helpUrl: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_PutRecord.html',
};
