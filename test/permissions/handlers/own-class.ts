class PutObjectCommand {
  constructor(public readonly key: string) {}
}

export const handler = async (): Promise<string> => Promise.resolve(new PutObjectCommand('k').key);
