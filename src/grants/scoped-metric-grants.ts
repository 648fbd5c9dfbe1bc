import * as iam from 'aws-cdk-lib/aws-iam';
import { refuseUnlessLiteral } from './literal-text';
import { Refusals } from '../refusals/refusals';

/**
 * Grants on the metrics of one namespace.
 *
 * `Metric.grantPutMetricData` allows to put data into every namespace: also to keep an alarm quiet.
 */
export class ScopedMetricGrants {
  /**
   * Grants on the metrics of a namespace.
   *
   * Throws for one that is empty, a token, begins with `AWS/`, or has `*`, `?` or `${…}`.
   *
   * @param namespace for example `Shop/Orders`
   */
  public static fromNamespace(namespace: string): ScopedMetricGrants {
    const refusals = new Refusals('ScopedMetricGrants.fromNamespace');
    const instead = "write the namespace, such as 'Shop/Orders'";
    refuseUnlessLiteral(refusals, 'namespace', namespace, instead);
    refusals.addIf(/^AWS\//i.test(namespace), `the namespace '${namespace}' is one of AWS`, instead);
    refusals.throwIfAny();
    return new ScopedMetricGrants(namespace);
  }

  private constructor(private readonly namespace: string) {}

  /**
   * Allows to put data into the metrics of the namespace; not into those of others, and not to read any or change alarms.
   *
   * Logs in the embedded metric format need no permission.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
   */
  public putMetricData(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['cloudwatch:PutMetricData'],
      resourceArns: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': this.namespace } },
    });
  }
}
