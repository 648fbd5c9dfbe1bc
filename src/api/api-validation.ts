import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { membersOf } from './api-members';
import { enforcedOnMethod } from './method-guard';
import { enforcedOnStage } from './stage-guard';
import { enforcedPaths, insecureProperties } from '../enforced/enforced';
import type { EnforcedProperty } from '../enforced/enforced';

const { CfnDeployment, CfnMethod, CfnRequestValidator, CfnStage } = apigateway;

/**
 * What is wrong with the parts of an API that were made past it.
 *
 * L1s, and L2s that know the API by its id only, never pass through it.
 */
export function unguardedMembers(api: apigateway.RestApi): string[] {
  const faults = (type: string, properties: (member: never) => readonly EnforcedProperty[]): string[] =>
    membersOf(api, type)
      .filter((member) => enforcedPaths(member).length === 0)
      .flatMap((member) => insecureProperties(member, properties(member as never), 'is'));
  return [
    // Whether such a method needs a validator is the gate's to say: it may take nothing that could be validated.
    ...faults(CfnMethod.CFN_RESOURCE_TYPE_NAME, (method) =>
      enforcedOnMethod(method, false).filter(({ rule }) => rule !== 'apigw-request-validation'),
    ),
    ...faults(CfnStage.CFN_RESOURCE_TYPE_NAME, () => enforcedOnStage),
    ...faults(CfnRequestValidator.CFN_RESOURCE_TYPE_NAME, () => enforcedOnValidator),
    ...faults(CfnDeployment.CFN_RESOURCE_TYPE_NAME, () => withoutStage),
  ];
}

/** What no escape hatch, aspect or mixin takes from a validator. */
export const enforcedOnValidator: readonly EnforcedProperty[] = [
  'ValidateRequestBody',
  'ValidateRequestParameters',
].map((path) => ({
  path,
  value: true,
  rule: 'apigw-request-validation',
  instead: 'validate both, a method that declares nothing is not held up by it',
}));

const withoutStage: readonly EnforcedProperty[] = [
  {
    path: 'StageName',
    value: undefined,
    rule: 'apigw-throttling',
    instead: "make the stage with 'new Stage(this, id, { deployment })', this one has neither limits nor logs",
  },
];

/** Methods that come from a document or another API are none of the template's resources: nobody sees their authorization. */
export const withoutHiddenMethods: readonly EnforcedProperty[] = ['Body', 'BodyS3Location', 'CloneFrom'].map(
  (path) => ({
    path,
    value: undefined,
    rule: 'apigw-method-auth',
    instead: 'define the methods with `addMethod`',
  }),
);
