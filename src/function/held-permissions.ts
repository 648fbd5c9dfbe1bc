import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { type EnforcedProperty, insecureProperties } from '../enforced/enforced';

/** Keeps the permissions of a function as they were made, past which nobody else may invoke it. */
export class HeldPermissions {
  private readonly held: { readonly resource: lambda.CfnPermission; readonly properties: EnforcedProperty[] }[] = [];

  constructor(fn: IConstruct) {
    fn.node.addValidation({ validate: () => this.violations() });
  }

  public hold(permission: IConstruct | undefined): void {
    if (!(permission instanceof lambda.CfnPermission)) return;
    this.held.push({ resource: permission, properties: propertiesOf(permission) });
  }

  private violations(): string[] {
    return this.held
      .filter(({ resource }) => resource.node.scope?.node.tryFindChild(resource.node.id) === resource)
      .flatMap(({ resource, properties }) => insecureProperties(resource, properties, 'was changed to'));
  }
}

/** As they are now, not resolved: an API knows its ARN when it has a stage. */
function propertiesOf(permission: lambda.CfnPermission): EnforcedProperty[] {
  const values = {
    Principal: permission.principal,
    Action: permission.action,
    SourceArn: permission.sourceArn,
    SourceAccount: permission.sourceAccount,
    PrincipalOrgID: permission.principalOrgId,
    EventSourceToken: permission.eventSourceToken,
    FunctionUrlAuthType: permission.functionUrlAuthType,
  };
  const instead = "keep it, and call 'addPermission' for who else may invoke the function";
  return [
    ...Object.entries(values).map(([path, value]) => ({ path, value, rule: 'lambda-permission-public', instead })),
    {
      path: 'Action',
      accepts: isInvoking,
      rule: 'lambda-permission-non-invoke',
      instead: "write 'lambda:InvokeFunction'",
    },
  ];
}

/** Also where the action was a token when it was checked. */
function isInvoking(action: unknown): boolean {
  return typeof action !== 'string' || /^lambda:Invoke(Function|FunctionUrl)$/.test(action);
}
