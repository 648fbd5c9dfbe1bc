// eslint-disable-next-line import/no-extraneous-dependencies -- the runtime of Lambda has it
import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  ListTagsForResourceCommand,
  type ParameterHistory,
  PutParameterCommand,
  type PutParameterCommandInput,
  type SSMClient,
} from '@aws-sdk/client-ssm';
import { codeOf, failureOf } from './failure';
import type { Tags } from './ownership';
import type { Patience } from './patience';

/**
 * Errors that pass: a busy service, and policies and keys that were deployed a moment ago.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
const passing = new Set([
  'AccessDeniedException',
  'InternalServerError',
  'InvalidKeyId',
  'NetworkingError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ThrottlingException',
  'TimeoutError',
  'TooManyUpdates',
]);

/** The value of a parameter, and what is stored with it. */
export type Content = Pick<PutParameterCommandInput, 'Value' | 'KeyId' | 'Tier' | 'Description' | 'AllowedPattern'>;

/** The calls to SSM, which answer `undefined` instead of failing where a parameter is there already, or is not. */
export class ParameterStore {
  constructor(
    private readonly client: SSMClient,
    private readonly patience: Patience,
  ) {}

  /** Makes the parameter unless there is one of that name, which SSM decides. @returns its version */
  public async create(name: string, content: Content, tags: Tags): Promise<number | undefined> {
    return this.call('PutParameter', name, ['ParameterAlreadyExists'], async () => {
      const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      const input = { ...content, Name: name, Type: 'SecureString', Overwrite: false, Tags } as const;
      const { Version } = await this.client.send(new PutParameterCommand(input));
      return Version ?? 1;
    });
  }

  /** A new version of a parameter that is known to be there. @returns its version */
  public async overwrite(name: string, content: Content): Promise<number | undefined> {
    return this.call('PutParameter', name, [], async () => {
      const input = { ...content, Name: name, Type: 'SecureString', Overwrite: true } as const;
      return (await this.client.send(new PutParameterCommand(input))).Version;
    });
  }

  public async tags(name: string): Promise<Tags | undefined> {
    return this.call('ListTagsForResource', name, ['InvalidResourceId', 'ParameterNotFound'], async () => {
      const input = { ResourceType: 'Parameter', ResourceId: name } as const;
      const { TagList = [] } = await this.client.send(new ListTagsForResourceCommand(input));
      return Object.fromEntries(TagList.map(({ Key, Value }) => [Key ?? '', Value ?? '']));
    });
  }

  public async tag(name: string, tags: Tags): Promise<void> {
    await this.call('AddTagsToResource', name, [], async () => {
      const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      await this.client.send(new AddTagsToResourceCommand({ ResourceType: 'Parameter', ResourceId: name, Tags }));
    });
  }

  /** What is stored with the newest value; not the value, which this function cannot decrypt. */
  public async newest(name: string): Promise<ParameterHistory | undefined> {
    return this.call('GetParameterHistory', name, ['ParameterNotFound'], async () => {
      const versions: ParameterHistory[] = [];
      let NextToken: string | undefined;
      do {
        const page = await this.client.send(
          new GetParameterHistoryCommand({ Name: name, WithDecryption: false, NextToken }),
        );
        versions.push(...(page.Parameters ?? []));
        NextToken = page.NextToken;
      } while (NextToken);
      return versions.sort((one, other) => (other.Version ?? 0) - (one.Version ?? 0))[0];
    });
  }

  public async value(name: string): Promise<string | undefined> {
    return this.call('GetParameter', name, ['ParameterNotFound'], async () => {
      const input = { Name: name, WithDecryption: true };
      return (await this.client.send(new GetParameterCommand(input))).Parameter?.Value;
    });
  }

  public async remove(name: string): Promise<void> {
    await this.call('DeleteParameter', name, ['ParameterNotFound'], async () => {
      await this.client.send(new DeleteParameterCommand({ Name: name }));
    });
  }

  /** What was read may be a moment old: asked again until it is as expected, or for a while. */
  public async tagsOnce(name: string, expected: (tags: Tags | undefined) => boolean): Promise<Tags | undefined> {
    for (let attempt = 0; ; attempt++) {
      const tags = await this.tags(name);
      if (expected(tags) || attempt === 4 || !(await this.patience.wait(attempt))) return tags;
    }
  }

  private async call<T>(
    action: string,
    name: string,
    expected: readonly string[],
    send: () => Promise<T>,
  ): Promise<T | undefined> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (expected.includes(codeOf(error))) return undefined;
        if (!passing.has(codeOf(error)) || !(await this.patience.wait(attempt))) throw failureOf(action, name, error);
      }
    }
  }
}
