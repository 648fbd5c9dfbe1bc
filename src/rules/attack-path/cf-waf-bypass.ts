import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { isSet, originsOf } from '../distribution/reading/origins';
import { fail } from '../results';
import { pathOf } from './reading/path';

const associations = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'];

/** Whether something of its own stands in front of an API, or keeps others than CloudFront out. */
function guardsItself(api: Resource, app: Application): boolean {
  if (api.is('AWS::ApiGateway::RestApi')) {
    const isPrivate = api.read('EndpointConfiguration.Types').items.some((type) => type.is('PRIVATE'));
    if (isPrivate || !api.read('Policy').isAbsent) return true;
  }
  const stages = app.attachedTo(api, 'AWS::ApiGateway::Stage', 'RestApiId');
  return [api, ...stages].some((one) =>
    associations.some((type) => app.attachedTo(one, type, 'ResourceArn').length > 0),
  );
}

export default defineRule({
  id: 'cf-waf-bypass',
  severity: 'medium',
  title: 'the API behind the firewall of the distribution can be called past it',
  why:
    'Somebody finds the address of the API in a certificate log, an old client or an error; they call it directly, and rate limits, blocked addresses and rules against injection, which the distribution enforces, never see the request. ' +
    'The functions behind it were written in the belief that they would.',
  serviceDefault:
    'An origin answers everybody who can reach it; CloudFront hides its address only (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html), and an API keeps its `execute-api` endpoint (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html).',
  fix: 'associate a web ACL with the stage, or let CloudFront send a secret header (`OriginCustomHeaders`) that the policy or the authorizer of the API asks for',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-2', 'SAS-8'], cwe: ['CWE-693'] },
  notes:
    'REST and HTTP APIs behind a distribution with a web ACL. A resource policy, a web ACL of its own, a private endpoint and any custom header of the origin pass. Buckets and function URLs are the matter of `cf-s3-oac` and `cf-lambda-url-oac`.',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution, app) => {
    if (!isSet(distribution.read('DistributionConfig.WebACLId'))) return [];
    return originsOf(distribution).flatMap((origin) => {
      const [api] = origin
        .read('DomainName')
        .targets.filter(({ type }) => /^AWS::ApiGateway(::RestApi|V2::Api)$/.test(type));
      const headers = origin.read('OriginCustomHeaders');
      if (!api || !headers.isAbsent || guardsItself(api, app)) return [];
      const got = `${pathOf('anybody', api)}, past ${distribution}`;
      return fail(headers, { got, wanted: 'a header that the API asks for, or a web ACL on its stage' });
    });
  },
});
