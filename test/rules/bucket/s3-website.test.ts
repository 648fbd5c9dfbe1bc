import rule from '../../../src/rules/bucket/s3-website';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an index page is served',
      at: ['Site/Properties/WebsiteConfiguration'],
      template: `
        Site:
          Type: AWS::S3::Bucket
          Properties:
            WebsiteConfiguration:
              IndexDocument: index.html
      `,
    },
  ],
  passes: [
    {
      name: 'there is no website',
      template: `
        Site:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'everything is redirected',
      template: `
        Site:
          Type: AWS::S3::Bucket
          Properties:
            WebsiteConfiguration:
              RedirectAllRequestsTo:
                HostName: www.example.com
                Protocol: https
      `,
    },
  ],
  unknown: [
    {
      name: 'the configuration is a parameter without a default',
      at: ['Site/Properties/WebsiteConfiguration'],
      template: `
        Parameters:
          Website:
            Type: String
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration: !Ref Website
      `,
    },
  ],
});
