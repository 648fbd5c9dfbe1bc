import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';

export default defineRule({
  id: 'cf-logging',
  severity: 'medium',
  title: 'nobody can tell who asked for what',
  why: 'Scans, abuse and downloads of what was not meant to be public leave no trace. After an incident nobody can tell who has what.',
  serviceDefault:
    'A distribution writes no access log unless asked for (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html).',
  fix: 'set `DistributionConfig.Logging.Bucket`, or deliver the log with `AWS::Logs::DeliverySource`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['CloudFront.5'], cwe: ['CWE-778'] },
  notes: 'Both kinds of standard logging count; other tools do not see the newer one.',
  appliesTo: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution'],
  check: (distribution, app) => {
    if (distribution.is('AWS::CloudFront::StreamingDistribution')) {
      return demand(distribution.read('StreamingDistributionConfig.Logging.Enabled'), (on) => on.isTrue, 'true');
    }
    const bucket = distribution.read('DistributionConfig.Logging.Bucket');
    const isDelivered = app
      .ofType('AWS::Logs::DeliverySource')
      .filter((source) => source.read('ResourceArn').targets.includes(distribution))
      .some((source) => app.attachedTo(source, 'AWS::Logs::Delivery', 'DeliverySourceName').length > 0);
    if (isDelivered) return pass();
    return demand(bucket, isSaid, 'an access log');
  },
});
