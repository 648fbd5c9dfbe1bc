import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import { definitionOf, operationsOf } from './reading/open-api';

const tenantId = /^integration\.request\.header\.x-amz-tenant-id$/i;

function mappingsOf(resource: Resource): readonly Value[] {
  if (resource.is('AWS::ApiGateway::Method')) return [resource.read('Integration.RequestParameters')];
  return operationsOf(definitionOf(resource)).map(({ value }) =>
    value.read(['x-amazon-apigateway-integration', 'requestParameters']),
  );
}

export default defineRule({
  id: 'apigw-tenant-id-from-caller',
  severity: 'medium',
  title: 'callers choose themselves whose tenant they are',
  why:
    'A function with tenant isolation runs in the environment of the tenant that the request names, with what is left there in memory and in `/tmp`. ' +
    'A customer who sends the id of another one gets into their environment.',
  serviceDefault:
    'Lambda takes the id in `X-Amz-Tenant-Id` as it comes, and API Gateway maps it from where the integration says (https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation-invoke.html).',
  fix: 'map the id from what the authorizer found out: `context.authorizer.tenantId`, `context.authorizer.claims.…`',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-12'], cwe: ['CWE-653', 'CWE-284'] },
  notes: 'Where an authorizer refuses callers who name another tenant than theirs, acknowledge it with that reason.',
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  check: (resource) =>
    mappingsOf(resource)
      .flatMap((mapping) => mapping.entries.filter(([to]) => tenantId.test(to)))
      .map(([, from]) =>
        demand(from, ({ text }) => !/^method\.request\./i.test(text ?? ''), 'what the authorizer found out'),
      ),
});
