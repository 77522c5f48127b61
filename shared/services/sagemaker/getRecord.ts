import { listOf, may, need, oneOf, string, text, type ServiceAction } from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** SageMaker: get feature record. */
export const getRecord: ServiceAction = {
  id: 'sagemakerfeaturestore.getRecord',
  label: 'Get feature record',
  description: 'Read a record of a feature group of Feature Store.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:sagemakerfeaturestoreruntime:getRecord' },
  defaultPattern: 'requestResponse',
  fields: [
    need('FeatureGroupName', text(1, 150), 'Name of the feature group.'),
    need('RecordIdentifierValueAsString', text(0, 358400)),
    may('FeatureNames', listOf(string)),
    may('ExpirationTimeResponse', oneOf('Enabled', 'Disabled')),
  ],
  errors: [
    'SageMakerFeatureStoreRuntime.ValidationErrorException',
    'SageMakerFeatureStoreRuntime.InternalFailureException',
    'SageMakerFeatureStoreRuntime.ServiceUnavailableException',
    'SageMakerFeatureStoreRuntime.AccessForbiddenException',
    'SageMakerFeatureStoreRuntime.ResourceNotFoundException',
  ],
  recommendedRetriers: [
    retryTransient(
      'SageMakerFeatureStoreRuntime.InternalFailureException',
      'SageMakerFeatureStoreRuntime.ServiceUnavailableException',
    ),
  ],
  arguments: { FeatureGroupName: 'my-features', RecordIdentifierValueAsString: '1' },
  results: { requestResponse: { Record: [{ FeatureName: 'id', ValueAsString: '1' }] } },
  access: (call) => [grant(['sagemaker:GetRecord'], [call.arn('FeatureGroupName', 'sagemaker.featureGroup')])],
  price: priced([], (call) => [{ price: 'sagemaker.featureStoreReadUnit', units: chunks(call.outputBytes, 4) }]),
  helpUrl: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_GetRecord.html',
};
