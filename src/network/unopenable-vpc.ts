import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { subnetGroups } from './isolated-network-defaults';
import { refuseMethod } from './network-refusals';

/**
 * A VPC whose methods open nothing, and whose subnets are those for data unless others are named.
 *
 * @internal
 */
export abstract class UnopenableVpc extends ec2.Vpc {
  /**
   * Refused: an isolated network has no way out.
   */
  public override enableVpnGateway(_options: ec2.EnableVpnGatewayOptions): void {
    refuseMethod(this, 'enableVpnGateway');
  }

  /**
   * Refused: an isolated network has no way out.
   */
  public override addVpnConnection(_id: string, _options: ec2.VpnConnectionOptions): ec2.VpnConnection {
    return refuseMethod(this, 'addVpnConnection');
  }

  /**
   * Refused: who is let in this way reaches what functions reach.
   */
  public override addClientVpnEndpoint(_id: string, _options: ec2.ClientVpnEndpointOptions): ec2.ClientVpnEndpoint {
    return refuseMethod(this, 'addClientVpnEndpoint');
  }

  /**
   * Refused: endpoints are made for what code is granted, with a policy and a group of their own.
   */
  public override addInterfaceEndpoint(
    _id: string,
    _options: ec2.InterfaceVpcEndpointOptions,
  ): ec2.InterfaceVpcEndpoint {
    return refuseMethod(this, 'addInterfaceEndpoint');
  }

  /**
   * Refused: endpoints are made for what code is granted, with a policy of their own.
   */
  public override addGatewayEndpoint(_id: string, _options: ec2.GatewayVpcEndpointOptions): ec2.GatewayVpcEndpoint {
    return refuseMethod(this, 'addGatewayEndpoint');
  }

  /**
   * The subnets for data, unless others are named.
   */
  protected override selectSubnetObjects(selection: ec2.SubnetSelection = {}): ec2.ISubnet[] {
    const isNamed = selection.subnets !== undefined || selection.subnetGroupName !== undefined;
    if (isNamed || selection.subnetType === ec2.SubnetType.PUBLIC) return super.selectSubnetObjects(selection);
    return super.selectSubnetObjects({ ...selection, subnetType: undefined, subnetGroupName: subnetGroups.data });
  }
}
