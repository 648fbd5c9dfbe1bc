import { Size } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/efs-tmp-persistence';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function has ten gigabytes for files',
      template: (stack) =>
        new lambda.Function(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          ephemeralStorageSize: Size.gibibytes(10),
        }),
    },
    {
      name: 'a file system is mounted',
      at: ['Orders/Properties/FileSystemConfigs'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            FileSystemConfigs:
              - Arn: arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c
                LocalMountPath: /mnt/shared
      `,
    },
    {
      name: 'there is much room for files',
      at: ['Orders/Properties/EphemeralStorage/Size'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            EphemeralStorage: { Size: 10240 }
      `,
    },
  ],
  passes: [
    {
      name: 'the files are in a bucket',
      template: (stack) => {
        const uploads = new SecureBucket(stack, 'Uploads');
        const thumbnails = new SecureFunction(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { UPLOADS: uploads.bucketName },
        });
        uploads.grantReadWrite(thumbnails);
      },
    },
    {
      name: 'the function keeps nothing',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
});
