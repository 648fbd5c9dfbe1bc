import rule from '../../../src/rules/function/lambda-inline-code-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a token stands in the code',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const token = 'ghp_000000000000000000000000000000000000';
                exports.handler = async () => fetch('https://api.example.com', { headers: { token } });
      `,
    },
    {
      name: 'a password stands in the code',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                db_password = "correct-horse"
                def handler(event, context): return connect(db_password)
      `,
    },
    {
      name: 'a shell runs what the event says',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const { execSync } = require('child_process');
                exports.handler = async (event) => execSync('convert ' + event.name);
      `,
    },
  ],
  passes: [
    {
      name: 'the code does neither',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const token = process.env.TOKEN_PARAMETER;
                exports.handler = async (event) => ({ statusCode: 200, body: event.body });
      `,
    },
    {
      name: 'the code is in a bucket',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              S3Bucket: artifacts
              S3Key: orders.zip
      `,
    },
  ],
});
