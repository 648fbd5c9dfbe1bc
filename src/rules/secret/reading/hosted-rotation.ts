import type { Resource } from '../../../template';
import { demand } from '../../results';
import type { Result } from '../../results';

/**
 * What a function that AWS hosts has to be told: CloudFormation gives its role the permissions for what is named.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html
 */
export function hostedRotation(schedule: Resource, secret: Resource): readonly Result[] {
  const hosted = schedule.read('HostedRotationLambda');
  const hasOwnKey = secret.read('KmsKeyId').target?.is('AWS::KMS::Key') === true;
  const isAlternating = /MultiUser$/.test(hosted.read('RotationType').text ?? '');
  const superuser = [hosted.read('SuperuserSecretArn'), hosted.read('MasterSecretArn')];
  return [
    demand(hosted.read('KmsKeyArn'), (key) => !hasOwnKey || !key.isAbsent, 'the key of the secret'),
    demand(
      superuser.find((it) => !it.isAbsent) ?? superuser[0],
      (it) => !isAlternating || !it.isAbsent,
      'the secret of the user who changes the password',
    ),
  ];
}
