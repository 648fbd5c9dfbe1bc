import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { SecurityRefusal } from '../refusals/refusals';

/** An interface endpoint with the policy of its network. */
export class OwnInterfaceEndpoint extends ec2.InterfaceVpcEndpoint {
  public override addToPolicy(statement: iam.PolicyStatement): void {
    refuseStatement(this, statement);
  }
}

/** A gateway endpoint with the policy of its network. */
export class OwnGatewayEndpoint extends ec2.GatewayVpcEndpoint {
  public override addToPolicy(statement: iam.PolicyStatement): void {
    refuseStatement(this, statement);
  }
}

function refuseStatement(endpoint: ec2.VpcEndpoint, statement: iam.PolicyStatement): void {
  throw new SecurityRefusal(endpoint.node.path, [
    `'addToPolicy' with '${statement.actions.join()}' lets more through than own principals to own resources: name the resources with 'allowResources' of the network`,
  ]);
}
