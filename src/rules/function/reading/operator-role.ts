import type { Application, Resource, Value } from '../../../template';

/** By type: the role that Lambda assumes to manage the network interfaces or instances of a resource. */
const places: Readonly<Record<string, string>> = {
  'AWS::Lambda::CapacityProvider': 'PermissionsConfig.CapacityProviderOperatorRoleArn',
  'AWS::Lambda::NetworkConnector': 'OperatorRole',
};

/** The types that have an operator role. */
export const operatorRoleHolders = Object.keys(places);

/** The operator role of a resource of {@link operatorRoleHolders}. */
export function operatorRoleOf(holder: Resource): Value {
  return holder.read(places[holder.type]);
}

/**
 * Whether Lambda manages network interfaces or instances as the role. It assumes such a role without a source account
 * or ARN, so that a condition on these keeps Lambda itself out.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.NetworkConnectorProps.html
 */
export function isOperatorRole(role: Resource, app: Application): boolean {
  return Object.entries(places).some(([type, property]) => app.attachedTo(role, type, property).length > 0);
}
