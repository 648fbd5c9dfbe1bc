import rule from '../../../src/rules/state-machine/sfn-no-catch';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
