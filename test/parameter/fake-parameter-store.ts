import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  SSMClient,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';

/** A version of a parameter. */
interface Version {
  readonly value: string;
  readonly keyId: string;
  readonly tier: string;
  readonly description?: string;
}

interface Parameter {
  readonly versions: readonly Version[];
  readonly tags: Readonly<Record<string, string>>;
}

type Action =
  | 'PutParameter'
  | 'GetParameter'
  | 'GetParameterHistory'
  | 'DeleteParameter'
  | 'AddTagsToResource'
  | 'ListTagsForResource';

/** Called before each call; what it throws, the call throws. */
export type Interference = (action: Action, name: string) => Promise<void> | void;

const keptVersions = 100;
const pageSize = 50;

/**
 * The Parameter Store as its documents describe it: names are taken once, versions count up and the oldest goes, tags come
 * with a creation only, advanced parameters stay advanced, errors repeat what was sent, and reads may be a moment old.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export class FakeParameterStore {
  public readonly client = new SSMClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  public readonly parameters = new Map<string, Parameter>();
  /** Everything that was ever put in by calls, by name. */
  public readonly puts: { readonly name: string; readonly value: string; readonly overwrite: boolean }[] = [];
  public readonly calls: { readonly action: Action; readonly name: string }[] = [];
  /** How many reads of a parameter after a write still see it as it was. */
  public staleReads = 0;

  private readonly stale = new Map<string, { left: number; readonly was: Parameter | undefined }>();

  constructor() {
    const mock = mockClient(this.client);
    mock.on(PutParameterCommand).callsFake(async (input: PutParameterCommandInput) => this.put(input));
    mock.on(GetParameterCommand).callsFake(async ({ Name, WithDecryption }) => this.get(Name, WithDecryption));
    mock.on(GetParameterHistoryCommand).callsFake(async ({ Name, NextToken }) => this.history(Name, NextToken));
    mock.on(DeleteParameterCommand).callsFake(async ({ Name }) => this.delete(Name));
    mock.on(AddTagsToResourceCommand).callsFake(async ({ ResourceId, Tags }) => this.addTags(ResourceId, Tags));
    mock.on(ListTagsForResourceCommand).callsFake(async ({ ResourceId }) => this.listTags(ResourceId));
  }

  public before: Interference = () => undefined;
  public isStale: (name: string) => boolean = () => true;

  public valueOf(name: string): string | undefined {
    return this.parameters.get(name)?.versions.at(-1)?.value;
  }

  /** What somebody else does, past the function. */
  public putBySomebody(name: string, value: string, keyId = 'alias/aws/ssm', tags: Record<string, string> = {}): void {
    const existing = this.parameters.get(name);
    const versions = [...(existing?.versions ?? []), { value, keyId, tier: 'Standard' }];
    this.parameters.set(name, { versions, tags: existing?.tags ?? tags });
  }

  private async put(input: PutParameterCommandInput) {
    const { Name: name = '', Value: value = '', Overwrite = false, Tags } = input;
    await this.call('PutParameter', name);
    const invalid = (why: string) =>
      failure('ValidationException', `1 validation error detected: Value '${value}' ${why}`);
    if (!/^[\w./-]{1,1011}$/.test(name) || /^\/?(aws|ssm)/i.test(name)) throw invalid('at name');
    if (value.length > (input.Tier === 'Advanced' ? 8192 : 4096)) throw invalid('is too long');
    if (value.includes('{{')) throw invalid('nests a parameter');
    if (Overwrite && Tags) throw invalid('comes with tags and overwrites');
    for (const { Value = '' } of Tags ?? []) {
      if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(Value)) throw invalid('has a tag that is none');
    }
    if (input.AllowedPattern && !new RegExp(input.AllowedPattern).test(value)) {
      throw failure('ParameterPatternMismatchException', `Parameter value '${value}' cannot match the pattern`);
    }
    const existing = this.parameters.get(name);
    if (existing && !Overwrite) throw failure('ParameterAlreadyExists', `${name} has '${value}' already`);
    if (existing?.versions.at(-1)?.tier === 'Advanced' && input.Tier !== 'Advanced') throw invalid('is advanced');

    const { KeyId: keyId = 'alias/aws/ssm', Tier: tier = 'Standard', Description: description } = input;
    const versions = [...(existing?.versions ?? []), { value, keyId, tier, description }];
    const tags = existing?.tags ?? Object.fromEntries((Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
    this.write(name, { versions, tags });
    this.puts.push({ name, value, overwrite: Overwrite });
    return { Version: versions.length, Tier: tier };
  }

  private async get(name: string, decrypted: boolean) {
    await this.call('GetParameter', name);
    const version = this.read(name)?.versions.at(-1);
    if (!version) throw failure('ParameterNotFound', name);
    return { Parameter: { Name: name, Value: decrypted ? version.value : 'ciphertext' } };
  }

  private async history(name: string, token = '0') {
    await this.call('GetParameterHistory', name);
    const found = this.read(name);
    if (!found) throw failure('ParameterNotFound', name);
    const all = found.versions.map(({ keyId, tier, description }, at) => ({
      Name: name,
      Version: at + 1,
      Value: 'ciphertext',
      KeyId: keyId,
      Tier: tier,
      Description: description,
    }));
    const kept = all.slice(-keptVersions);
    const next = Number(token) + pageSize;
    return { Parameters: kept.slice(Number(token), next), NextToken: next < kept.length ? String(next) : undefined };
  }

  private async delete(name: string) {
    await this.call('DeleteParameter', name);
    const existing = this.parameters.get(name);
    if (!existing) throw failure('ParameterNotFound', name);
    this.write(name, undefined);
    return {};
  }

  private async addTags(name: string, added: { Key: string; Value: string }[]) {
    await this.call('AddTagsToResource', name);
    const existing = this.parameters.get(name);
    if (!existing) throw failure('InvalidResourceId', name);
    const tags = { ...existing.tags, ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])) };
    this.write(name, { ...existing, tags });
    return {};
  }

  private async listTags(name: string) {
    await this.call('ListTagsForResource', name);
    const found = this.read(name);
    if (!found) throw failure('InvalidResourceId', name);
    return { TagList: Object.entries(found.tags).map(([Key, Value]) => ({ Key, Value })) };
  }

  private async call(action: Action, name: string): Promise<void> {
    this.calls.push({ action, name });
    await this.before(action, name);
  }

  private write(name: string, parameter: Parameter | undefined): void {
    const was = this.parameters.get(name);
    if (this.staleReads > 0 && this.isStale(name)) this.stale.set(name, { left: this.staleReads, was });
    if (parameter) this.parameters.set(name, parameter);
    else this.parameters.delete(name);
  }

  private read(name: string): Parameter | undefined {
    const stale = this.stale.get(name);
    if (!stale || stale.left === 0) return this.parameters.get(name);
    stale.left--;
    return stale.was;
  }
}

/** As the SDK throws it, with what was sent in the message. */
export function failure(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}
