import * as s3 from '@aws-sdk/client-s3';

export const handler = (event: { operation: string }): Promise<unknown> => {
  const Command = (s3 as unknown as Record<string, new (input: object) => s3.GetObjectCommand>)[
    `${event.operation}Command`
  ];
  return new s3.S3Client({}).send(new Command({}));
};
