import rule from '../../../src/rules/function/efs-tmp-persistence';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
