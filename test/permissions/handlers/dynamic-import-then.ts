export const handler = (): Promise<unknown> =>
  import('@aws-sdk/client-sns').then(async (sns) =>
    new sns.SNSClient({}).send(new sns.PublishBatchCommand({ TopicArn: 't', PublishBatchRequestEntries: [] })),
  );
