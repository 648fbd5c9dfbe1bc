import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { grantLimited } from './limited-grant';
import { refuseUnlessLiterals } from './literal-text';
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
 * with a `StateMachine` and an imported one. The key of a state machine is used by the role of the state machine.
 */
export class ScopedStateMachineGrants {
  /**
   * Grants on a state machine.
   */
  public static fromStateMachine(stateMachine: sfn.IStateMachine): ScopedStateMachineGrants {
    return new ScopedStateMachineGrants(stateMachine);
  }

  private constructor(private readonly stateMachine: sfn.IStateMachine) {}

  /**
   * Allows to start executions; not to stop, describe or list them, nor to wait for the result (`startSync`).
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
   */
  public start(grantee: iam.IGrantable, options: StartOptions = {}): iam.Grant {
    return this.grant(grantee, 'states:StartExecution', options);
  }

  /**
   * Allows to run executions of an express workflow and wait for the result; not to start any without waiting.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
   */
  public startSync(grantee: iam.IGrantable, options: StartOptions = {}): iam.Grant {
    return this.grant(grantee, 'states:StartSyncExecution', options);
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
