import type { Reviewed } from '../family';

export const apis: Reviewed = {
  least: 251,
  survivors: [
    {
      kind: 'same',
      type: 'AWS::ApiGateway::Deployment',
      reason: 'A text for people.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
      places: {
        SecureApi: [['ApiDeployment', 'Properties.Description', 'remove']],
        'SecureApi for the users of a pool': [['ApiDeployment', 'Properties.Description', 'remove']],
        'SecureApi with a domain and a firewall that exists': [['ApiDeployment', 'Properties.Description', 'remove']],
        'SecureApi, private': [['ApiDeployment', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::ApiGateway::Stage',
      reason: 'Off is what API Gateway takes where nothing is said.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
      places: {
        SecureApi: [
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
        ],
        'SecureApi for the users of a pool': [
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
        ],
        'SecureApi with a domain and a firewall that exists': [
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
        ],
        'SecureApi, private': [
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
          ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::WAFv2::WebACL',
      reason: 'The rule blocks instead of counting: large bodies, or callers without a user agent, are refused.',
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html',
      places: {
        SecureApi: [
          ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides', 'remove'],
          ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides.0', 'remove'],
          ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides.1', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::ApiGateway::DomainName',
      reason: 'API Gateway wants the name.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html',
      places: {
        'SecureApi with a domain and a firewall that exists': [['ApiCustomDomain', 'Properties.DomainName', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::ApiGateway::DomainName',
      reason: 'A domain takes TLS 1.2 where nothing is said, and the policy of the API decides.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
      places: {
        'SecureApi with a domain and a firewall that exists': [
          ['ApiCustomDomain', 'Properties.SecurityPolicy', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::ApiGateway::BasePathMapping',
      reason: 'API Gateway wants to know which API.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html',
      places: {
        'SecureApi with a domain and a firewall that exists': [
          ['ApiCustomDomainMapStackApiDBBEC0DB', 'Properties.RestApiId', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::ApiGateway::BasePathMapping',
      reason: 'The caller names the stage in the path; all stages of the API have the same guards.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html',
      places: {
        'SecureApi with a domain and a firewall that exists': [
          ['ApiCustomDomainMapStackApiDBBEC0DB', 'Properties.Stage', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::ApiGateway::UsagePlan',
      reason: 'API Gateway wants to know which API.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
      places: {
        'SecureApi for the users of a pool': [['ApiUsagePlan', 'Properties.ApiStages.0.ApiId', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::ApiGateway::UsagePlan',
      reason: 'It is empty: no method has a limit of its own.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
      places: {
        'SecureApi for the users of a pool': [['ApiUsagePlan', 'Properties.ApiStages.0.Throttle', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::ApiGateway::RestApi',
      reason: 'The list makes DNS names for the endpoints; who gets in is decided by the policy.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
      places: {
        'SecureApi, private': [
          ['Api', 'Properties.EndpointConfiguration.VpcEndpointIds', 'remove'],
          ['Api', 'Properties.EndpointConfiguration.VpcEndpointIds.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::ApiGateway::RestApi',
      reason: 'A private API takes TLS 1.2 where nothing is said.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
      places: {
        'SecureApi, private': [['Api', 'Properties.SecurityPolicy', 'remove']],
      },
    },
  ],
};
