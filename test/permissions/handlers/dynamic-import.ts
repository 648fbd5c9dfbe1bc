export const handler = async (): Promise<unknown> => {
  const { KMSClient, DecryptCommand } = await import('@aws-sdk/client-kms');
  return new KMSClient({}).send(new DecryptCommand({ CiphertextBlob: new Uint8Array() }));
};
