import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { grantLimited, withUseOfKey } from './limited-grant';
import { refuseUnlessLiterals } from './literal-text';
import type { ScopedGrantsProps } from './scoped-grants-props';
import { keyOfStateMachine } from './state-machine-key';
import { Refusals } from '../refusals/refusals';

/**
 * How a state machine is started.
 */
export interface StartOptions {
  /**
   * The aliases or versions that can be started: `PROD`, `1`.
   *
   * @default - the state machine, its aliases and its versions
   */
  readonly qualifiers?: string[];
}

/**
 * Grants on a state machine that allow to start it, and nothing else.
 *
 * The grants of the L2 for its executions allow to stop and describe all of them, which shows the input of others. Works
 * with a `StateMachine` and an imported one.
 */
export class ScopedStateMachineGrants {
  /**
   * Grants on a state machine.
   */
  public static fromStateMachine(
    stateMachine: sfn.IStateMachine,
    props: ScopedGrantsProps = {},
  ): ScopedStateMachineGrants {
    return new ScopedStateMachineGrants(stateMachine, props.encryptionKey ?? keyOfStateMachine(stateMachine));
  }

  private constructor(
    private readonly stateMachine: sfn.IStateMachine,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to start executions; not to stop, describe or list them, nor to wait for the result (`startSync`).
   *
   * Where the state machine is encrypted with a customer-managed key, its own role encrypts the input: nothing is allowed on
   * the key.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
   */
  public start(grantee: iam.IGrantable, options: StartOptions = {}): iam.Grant {
    return this.grant(grantee, 'states:StartExecution', options);
  }

  /**
   * Allows to run executions of an express workflow and wait for the result; not to start any without waiting.
   *
   * Where the state machine is encrypted with a customer-managed key, Step Functions decrypts its definition with it for who
   * waits (`kms:Decrypt` through Step Functions, for this state machine only).
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
   */
  public startSync(grantee: iam.IGrantable, options: StartOptions = {}): iam.Grant {
    const { stateMachine, key } = this;
    return withUseOfKey(this.grant(grantee, 'states:StartSyncExecution', options), {
      grantee,
      key,
      actions: ['kms:Decrypt'],
      service: 'states',
      of: stateMachine,
      encryptionContext: { 'aws:states:stateMachineArn': stateMachine.stateMachineArn },
    });
  }

  private grant(grantee: iam.IGrantable, action: string, { qualifiers }: StartOptions): iam.Grant {
    const { stateMachine } = this;
    if (qualifiers) {
      const refusals = Refusals.of(stateMachine);
      refuseUnlessLiterals(refusals, 'qualifier', qualifiers, "name the aliases or versions, such as 'PROD'");
      refusals.throwIfAny();
    }
    return grantLimited({
      grantee,
      actions: [action],
      on: stateMachine,
      resourceArns: [stateMachine.stateMachineArn],
      conditions: qualifiers && { 'ForAnyValue:StringEquals': { 'states:StateMachineQualifier': qualifiers } },
    });
  }
}
