import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { inline } from './inline';
import { FunctionSecret, Rotation, SecureFunction, SecureSecret, SecureStringParameter } from '../../../src';
import type { Constructs } from '../family';

const notRenewed = Rotation.none('issued by the payment provider');

export const secrets: Constructs = {
  'SecureFunction with both kinds of secrets': (stack) => {
    new SecureFunction(stack, 'Orders', {
      ...inline,
      secrets: {
        DB_PASSWORD: FunctionSecret.ssm(new SecureStringParameter(stack, 'Password')),
        API_KEY: FunctionSecret.secretsManager(new SecureSecret(stack, 'ApiKey', { rotation: notRenewed })),
      },
    });
  },
  SecureStringParameter: (stack) => {
    new SecureStringParameter(stack, 'Password');
  },
  SecureSecret: (stack) => {
    new SecureSecret(stack, 'ApiKey', { rotation: notRenewed });
  },
  'SecureSecret, renewed by a function that AWS hosts': (stack) => {
    new SecureSecret(stack, 'Login', {
      generateSecretString: { secretStringTemplate: '{"username":"orders"}', generateStringKey: 'password' },
    })
      .attach(rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Database', { clusterIdentifier: 'orders' }))
      .addRotationSchedule('Schedule', { hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser() });
  },
  'SecureSecret, renewed by a function': (stack) => {
    const rotationLambda = new SecureFunction(stack, 'Renewal', inline);
    new SecureSecret(stack, 'ApiKey', { rotation: Rotation.schedule({ rotationLambda }) });
  },
};
