import * as s3 from '@aws-sdk/client-s3';
import * as sns from '@aws-sdk/client-sns';

const aws = Object.assign({}, s3, sns);

export const handler = (): Promise<unknown> => new aws.SNSClient({}).send(new aws.PublishCommand({ Message: 'm' }));
