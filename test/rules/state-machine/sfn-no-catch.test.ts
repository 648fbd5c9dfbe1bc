import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import rule from '../../../src/rules/state-machine/sfn-no-catch';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 waits as long as it takes',
      at: ['Shipping/Properties/DefinitionString'],
      template: (stack) => {
        const ship = new tasks.LambdaInvoke(stack, 'Ship', {
          lambdaFunction: lambda.Function.fromFunctionName(stack, 'Handler', 'shipping'),
        });
        new sfn.StateMachine(stack, 'Shipping', { definitionBody: sfn.DefinitionBody.fromChainable(ship) });
      },
    },
    {
      name: 'a task has neither',
      at: ['Shipping/Properties/Definition'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            Definition:
              StartAt: Call
              States:
                Call:
                  Type: Task
                  Resource: arn:aws:states:::lambda:invoke
                  Parameters: {}
                  End: true
      `,
    },
  ],
  passes: [
    {
      name: 'the task ends, and what fails is told',
      template: (stack) => {
        const ship = new tasks.LambdaInvoke(stack, 'Ship', {
          lambdaFunction: lambda.Function.fromFunctionName(stack, 'Handler', 'shipping'),
          taskTimeout: sfn.Timeout.duration(Duration.minutes(1)),
        });
        ship.addCatch(new sfn.Fail(stack, 'Refund'));
        new sfn.StateMachine(stack, 'Shipping', { definitionBody: sfn.DefinitionBody.fromChainable(ship) });
      },
    },
    {
      name: 'a task has both',
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            Definition:
              StartAt: Call
              States:
                Call:
                  Type: Task
                  Resource: arn:aws:states:::lambda:invoke
                  Parameters: {}
                  End: true
                  TimeoutSeconds: 60
                  Retry:
                    - ErrorEquals: [States.ALL]
      `,
    },
  ],
  unknown: [
    {
      name: 'the definition is in S3',
      at: ['Shipping'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            DefinitionS3Location: { Bucket: code, Key: shipping.json }
      `,
    },
  ],
});
