/**
 * How SDK integrations name refusals. Source: the API models of botocore 1.43.107 (`serviceId`, `protocol`, modelled
 * errors) and AWS's list of exception prefixes.
 */

/** What error names start with, where it is more than the name of the service with a capital. */
const capitals = `
  AccessAnalyzer AccountAccess AcmPca AgentRegistry AgentRegistryControl AiOps AmplifyBackend AmplifyUiBuilder ApiGateway
  ApiGatewayManagementApi ApiGatewayV2 AppConfig AppConfigData AppFabric AppIntegrations ApplicationAutoScaling ApplicationCostProfiler
  ApplicationDiscovery ApplicationInsights ApplicationSignals AppMesh AppRunner AppStream AppSync ArcRegionSwitch ArcZonalShift
  AuditManager AutoScaling AutoScalingPlans B2Bi BackupGateway BackupSearch BcmDashboards BcmDataExports BcmPricingCalculator
  BcmRecommendedActions BedrockAgent BedrockAgentCore BedrockAgentCoreControl BedrockAgentRuntime BedrockDataAutomation
  BedrockDataAutomationRuntime BedrockRuntime ChimeSdkIdentity ChimeSdkMediaPipelines ChimeSdkMeetings ChimeSdkMessaging ChimeSdkVoice
  CleanRooms CleanRoomsMl CloudControl CloudDirectory CloudFormation CloudFront CloudFrontKeyValueStore CloudHsm CloudHsmV2 CloudSearch
  CloudSearchDomain CloudTrail CloudTrailData CloudWatch CloudWatchLogs CloudWatchOmni CodeBuild CodeCatalyst CodeCommit CodeConnections
  CodeDeploy CodeGuruProfiler CodeGuruReviewer CodeGuruSecurity CodePipeline CodeStarConnections CodestarNotifications CognitoIdentity
  CognitoIdentityProvider CognitoSync ComprehendMedical ComputeOptimizer ComputeOptimizerAutomation ConnectCampaigns ConnectCampaignsV2
  ConnectCases ConnectContactLens ConnectHealth ConnectParticipant ControlCatalog ControlTower CostAndUsageReport CostExplorer
  CostOptimizationHub CustomerProfiles DatabaseMigration DataBrew DataExchange DataPipeline DataSync DataZone DeviceFarm DevOpsAgent
  DevOpsGuru DirectConnect DirectoryServiceData DocDb DocDbElastic DynamoDb DynamoDbStreams Ec2InstanceConnect EcrPublic EksAuth
  ElastiCache ElasticBeanstalk ElasticLoadBalancing ElasticLoadBalancingV2 ElementalInference EmrContainers EmrServerless EndUserMessaging
  EntityResolution EventBridge EventBridgeV2 FinspaceData FraudDetector FreeTier FSx GameLift GameLiftStreams GeoMaps GeoPlaces GeoRoutes
  GlobalAccelerator GreengrassV2 GroundStation GuardDuty HealthLake IamToolbox ImportExport InspectorScan InternetMonitor IotDataPlane
  IotDeviceAdvisor IotFleetWise IotJobsDataPlane IotManagedIntegrations IoTSecureTunneling IoTSiteWise IoTThingsGraph IotTwinMaker
  IotWireless IvsRealTime KafkaConnect KendraRanking KeyspacesStreams KinesisAnalytics KinesisAnalyticsV2 KinesisVideo
  KinesisVideoArchivedMedia KinesisVideoMedia KinesisVideoSignaling KinesisVideoWebRtcStorage LakeFormation LambdaCore LambdaMicrovms
  LambdaWeb LaunchWizard LexModelBuilding LexModelsV2 LexRuntime LexRuntimeV2 LicenseManager LicenseManagerLinuxSubscriptions
  LicenseManagerUserSubscriptions LookoutEquipment MachineLearning MailManager ManagedBlockchain ManagedBlockchainQuery
  MarketplaceAgreement MarketplaceCatalog MarketplaceCommerceAnalytics MarketplaceDeployment MarketplaceDiscovery MarketplaceEntitlement
  MarketplaceMetering MarketplaceReporting MediaConnect MediaConvert MediaLive MediaPackage MediaPackageV2 MediaPackageVod MediaStore
  MediaStoreData MediaTailor MedicalImaging MemoryDB MigrationHub MigrationHubConfig MigrationHubOrchestrator MigrationHubRefactorSpaces
  MigrationHubStrategy MTurk MwaaServerless NeptuneGraph NetworkFirewall NetworkFlowMonitor NetworkManager NetworkMonitor
  NetworkSecurityManager NotificationsContacts NovaAct ObservabilityAdmin OpenSearch OpenSearchServerless PartnerCentralAccount
  PartnerCentralBenefits PartnerCentralChannel PartnerCentralRevenueMeasurement PartnerCentralSelling PaymentCryptography
  PaymentCryptographyData PcaConnectorAd PcaConnectorScep PersonalizeEvents PersonalizeRuntime PinpointEmail PinpointSmsVoice
  PinpointSmsVoiceV2 PricingPlanManager QApps QBusiness QConnect QuickSight RdsData RedshiftData RedshiftServerless ResourceExplorer2
  ResourceGroups ResourceGroupsTaggingApi RolesAnywhere Route53Domains Route53GlobalResolver Route53Profiles Route53RecoveryCluster
  Route53RecoveryControlConfig Route53RecoveryReadiness Route53Resolver RtbFabric S3Control S3Files S3Outposts S3Tables S3Vectors
  SageMaker SageMakerA2IRuntime SagemakerEdge SageMakerFeatureStoreRuntime SageMakerGeospatial SagemakerJobRuntime SageMakerMetrics
  SageMakerRuntime SecretsManager SecurityAgent SecurityHub SecurityIr SecurityLake ServerlessApplicationRepository ServiceCatalog
  ServiceCatalogAppRegistry ServiceDiscovery ServiceQuotas SesV2 SignerData SimpleDb SimpleDbV2 SnowDeviceManagement SocialMessaging
  SsmContacts SsmGuiConnect SsmIncidents SsmQuickSetup SsmSap SsoAdmin SsoOidc StorageGateway SupplyChain SupportApp SupportAuthZ
  TaxSettings TimestreamInfluxDb TimestreamQuery TimestreamWrite TrustedAdvisor VerifiedPermissions VoiceId VpcLattice WafRegional
  WellArchitected WorkDocs WorkMail WorkMailMessageFlow WorkSpaces WorkspacesInstances WorkSpacesThinClient WorkSpacesWeb XRay
`;

/** Services whose API answers JSON: they refuse with 400, all others with 403. */
const json = `
  acm acmpca applicationautoscaling applicationdiscovery applicationinsights apprunner appstream athena autoscalingplans b2bi
  backupgateway bcmdashboards bcmdataexports bcmpricingcalculator bcmrecommendedactions bedrockdataautomationruntime billing budgets
  cloud9 cloudcontrol cloudhsm cloudhsmv2 cloudtrail cloudwatchlogs codebuild codecommit codeconnections codedeploy codepipeline
  codestarconnections cognitoidentity cognitoidentityprovider comprehend config costandusagereport costexplorer costoptimizationhub
  databasemigration datapipeline datasync dax devicefarm directconnect directory dynamodb dynamodbstreams ec2instanceconnect ecr ecrpublic
  ecs emr eventbridge evs firehose fms forecast forecastquery frauddetector freetier fsx globalaccelerator glue health healthlake
  identitystore inspector invoicing iotfleetwise iotsecuretunneling iotthingsgraph kendra kendraranking keyspaces keyspacesstreams kinesis
  kinesisanalytics kinesisanalyticsv2 kms licensemanager lightsail lookoutequipment machinelearning mailmanager marketplaceagreement
  marketplacecommerceanalytics marketplacemetering mediastore memorydb migrationhub migrationhubconfig mturk mwaaserverless
  networkfirewall odb opensearchserverless organizations partnercentralaccount partnercentralbenefits partnercentralchannel
  partnercentralselling paymentcryptography pcs personalize pi pinpointsmsvoicev2 pricing proton redshiftdata redshiftserverless
  rekognition resourcegroupstaggingapi route53domains route53recoverycluster route53resolver sagemaker secretsmanager servicecatalog
  servicediscovery servicequotas sfn shield sqs ssm ssmcontacts ssoadmin storagegateway support swf textract timestreaminfluxdb
  timestreamquery timestreamwrite transcribe transfer translate verifiedpermissions voiceid waf wafregional wafv2 workmail workspaces
  workspacesinstances
`;

/** Services whose API has an AccessDeniedException; those of the others have no name of their own for it. */
const modelled = `
  accessanalyzer account accountaccess acm agentregistry agentregistrycontrol aiops amp apigatewayv2 appfabric appflow appintegrations
  applicationcostprofiler applicationinsights applicationsignals appsync arcregionswitch arczonalshift artifact auditmanager b2bi
  backupgateway backupsearch bcmdashboards bcmdataexports bcmpricingcalculator bcmrecommendedactions bedrock bedrockagent bedrockagentcore
  bedrockagentcorecontrol bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime bedrockruntime billing billingconductor
  braket budgets chime chimesdkvoice cleanrooms cleanroomsml clouddirectory cloudfrontkeyvaluestore cloudtrail cloudwatchlogs
  cloudwatchomni codeartifact codecatalyst codeconnections codegurureviewer codegurusecurity codestarconnections codestarnotifications
  cognitoidentityprovider computeoptimizer computeoptimizerautomation connect connectcampaigns connectcampaignsv2 connectcases
  connectcontactlens connecthealth connectparticipant controlcatalog controltower costoptimizationhub customerprofiles databrew
  dataexchange datazone deadline detective devopsagent devopsguru directory directoryservicedata docdbelastic drs dsql ebs ecs eks eksauth
  elasticsearch elementalinference endusermessaging entityresolution eventbridge eventbridgev2 finspace finspacedata frauddetector
  freetier gameliftstreams geomaps geoplaces georoutes globalaccelerator glue grafana greengrassv2 guardduty healthlake iamtoolbox
  identitystore imagebuilder inspector inspector2 inspectorscan interconnect internetmonitor invoicing iotfleetwise iotmanagedintegrations
  iotsitewise iottwinmaker iotwireless ivs ivschat ivsrealtime kendra kendraranking keyspaces keyspacesstreams kinesis kinesisvideo
  kinesisvideowebrtcstorage lakeformation lambdamicrovms lambdaweb lexmodelbuilding lexruntimev2 licensemanager
  licensemanagerusersubscriptions lightsail location lookoutequipment m2 macie2 mailmanager managedblockchain managedblockchainquery
  marketplaceagreement marketplacecatalog marketplacedeployment marketplacediscovery marketplacereporting mediapackagev2 medicalimaging
  mgn migrationhub migrationhubconfig migrationhuborchestrator migrationhubrefactorspaces migrationhubstrategy mpa mwaa mwaaserverless
  neptunedata neptunegraph networkflowmonitor networkmanager networkmonitor networksecuritymanager notifications notificationscontacts
  novaact observabilityadmin odb omics opensearch organizations osis outposts partnercentralaccount partnercentralbenefits
  partnercentralchannel partnercentralrevenuemeasurement partnercentralselling paymentcryptography paymentcryptographydata pcaconnectorad
  pcaconnectorscep pcs pinpointsmsvoicev2 pricing pricingplanmanager proton qapps qbusiness qconnect quicksight rdsdata redshiftserverless
  rekognition repostspace resiliencehub resiliencehubv2 resourceexplorer2 rolesanywhere route53globalresolver route53profiles
  route53recoverycluster route53recoverycontrolconfig route53recoveryreadiness route53resolver rtbfabric rum s3outposts s3tables s3vectors
  sagemakergeospatial sagemakerjobruntime securityagent securityhub securityir securitylake servicequotas shield signer signerdata signin
  snowdevicemanagement socialmessaging ssm ssmcontacts ssmguiconnect ssmincidents ssmquicksetup ssoadmin ssooidc supplychain supportapp
  supportauthz sustainability synthetics taxsettings textract timestreaminfluxdb timestreamquery timestreamwrite tnb transfer
  trustedadvisor uxc verifiedpermissions voiceid vpclattice wellarchitected wisdom workspaces workspacesinstances workspacesthinclient
  workspacesweb
`;

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const prefixes: ReadonlyMap<string, string> = new Map(words(capitals).map((prefix) => [prefix.toLowerCase(), prefix]));
const jsonServices: ReadonlySet<string> = new Set(words(json));
const namedServices: ReadonlySet<string> = new Set(words(modelled));

/** What the names of the errors of an SDK service start with, by its name in a Resource: `DynamoDb`. */
export function exceptionPrefix(service: string): string {
  return prefixes.get(service) ?? service.charAt(0).toUpperCase() + service.slice(1);
}

/** The error of a refused call of an SDK service, and the status it comes with. */
export function sdkRefusal(service: string): { readonly error: string; readonly status: 400 | 403 } {
  const prefix = exceptionPrefix(service);
  return {
    error: `${prefix}.${namedServices.has(service) ? 'AccessDenied' : prefix}Exception`,
    status: jsonServices.has(service) ? 400 : 403,
  };
}
