import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import rule from '../../../src/rules/state-machine/sfn-definition-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a function is given a password that is written out',
      at: ['Shipping/Properties/DefinitionString'],
      template: (stack) => {
        const charge = new tasks.LambdaInvoke(stack, 'Charge', {
          lambdaFunction: lambda.Function.fromFunctionName(stack, 'Payments', 'payments'),
          payload: sfn.TaskInput.fromObject({ order: sfn.JsonPath.entirePayload, password: 'correct-horse' }),
        });
        new sfn.StateMachine(stack, 'Shipping', { definitionBody: sfn.DefinitionBody.fromChainable(charge) });
      },
    },
    {
      name: 'a token stands in the text',
      at: ['Shipping/Properties/DefinitionString'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":"ghp_abcdefghijklmnopqrstuvwxyz0123456789","End":true}}}'
      `,
    },
    {
      name: 'a token is put into it',
      at: ['Shipping/Properties/DefinitionSubstitutions/Token'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            DefinitionSubstitutions: { Token: ghp_abcdefghijklmnopqrstuvwxyz0123456789 }
      `,
    },
  ],
  passes: [
    {
      name: 'the function reads it by itself',
      template: (stack) => {
        const charge = new tasks.LambdaInvoke(stack, 'Charge', {
          lambdaFunction: lambda.Function.fromFunctionName(stack, 'Payments', 'payments'),
          payload: sfn.TaskInput.fromObject({ order: sfn.JsonPath.entirePayload }),
        });
        new sfn.StateMachine(stack, 'Shipping', { definitionBody: sfn.DefinitionBody.fromChainable(charge) });
      },
    },
    {
      name: 'it comes with the input',
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
                  Parameters: { 'Password.$': '$.password' }
                  End: true
      `,
    },
    {
      name: 'the name of a secret is no secret',
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
                  Parameters: { SecretId: shop/database }
                  End: true
      `,
    },
  ],
});
