import { EventEmitter } from 'node:events';
import type { RequestOptions } from 'node:http';
import { FakeParameterStore } from './fake-parameter-store';
import type { Answer, Send } from '../../src/parameter/handler/answer';
import { customResource } from '../../src/parameter/handler/custom-resource';
import type { CloudFormationEvent } from '../../src/parameter/handler/request';

export const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const otherKey = 'arn:aws:kms:eu-west-1:111122223333:key/9876abcd-12ab-34cd-56ef-1234567890ab';
const stackId = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Orders/51af3dc0-da77-11e4-872e-1234567db123';
const invocation = 180_000;

export type Properties = Readonly<Record<string, unknown>>;

/** What a template says of a generated parameter. */
export function generated(name: string, more: Properties = {}): Properties {
  return { ServiceToken: 'arn', Name: name, KeyId: key, Tier: 'Standard', Source: 'generated', Length: '32', ...more };
}

export function byOperator(name: string, more: Properties = {}): Properties {
  return { ServiceToken: 'arn', Name: name, KeyId: key, Tier: 'Standard', Source: 'operator', ...more };
}

/** CloudFormation and Lambda around the function, for one resource of one stack. */
export class Deployment {
  public readonly answers: Answer[] = [];
  /** What leaves the function, apart from what it tells SSM. */
  public readonly captured: string[] = [];
  public physicalId?: string;
  public properties?: Properties;
  public slept = 0;

  private requests = 0;

  constructor(
    private readonly logicalId = 'Password',
    private readonly stack = stackId,
    public readonly store = new FakeParameterStore(),
  ) {}

  public answerStatus: () => number = () => 200;

  public create(properties: Properties): CloudFormationEvent {
    return this.event('Create', properties);
  }

  public update(properties: Properties, physicalId = this.physicalId): CloudFormationEvent {
    return {
      ...this.event('Update', properties),
      PhysicalResourceId: physicalId,
      OldResourceProperties: this.properties,
    };
  }

  public delete(physicalId = this.physicalId, properties = this.properties ?? {}): CloudFormationEvent {
    return { ...this.event('Delete', properties), PhysicalResourceId: physicalId };
  }

  /** Delivers a request once. @returns the answer; the stack moves on with {@link accept} */
  public async deliver(event: CloudFormationEvent): Promise<Answer> {
    const count = this.answers.length;
    let elapsed = 0;
    const handler = customResource({
      ssm: this.store.client,
      send: this.send(),
      sleep: async (milliseconds) => {
        elapsed += milliseconds;
        this.slept += milliseconds;
        return Promise.resolve();
      },
    });
    try {
      await handler(event, { getRemainingTimeInMillis: () => invocation - elapsed });
    } catch (error) {
      this.captured.push(String(error), String((error as Error).stack));
      throw error;
    }
    return this.answers[count];
  }

  /** What CloudFormation does with an answer. */
  public accept(event: CloudFormationEvent, answer: Answer): Answer {
    if (event.RequestType === 'Create' || answer.Status === 'SUCCESS') this.physicalId = answer.PhysicalResourceId;
    if (answer.Status === 'SUCCESS') this.properties = event.ResourceProperties;
    return answer;
  }

  public async run(event: CloudFormationEvent): Promise<Answer> {
    return this.accept(event, await this.deliver(event));
  }

  private event(RequestType: CloudFormationEvent['RequestType'], ResourceProperties: Properties): CloudFormationEvent {
    this.requests++;
    return {
      RequestType,
      ResponseURL: 'https://cloudformation-custom-resource-response.example/answer?signature=presigned',
      StackId: this.stack,
      RequestId: `${this.logicalId}-request-${this.requests}`,
      LogicalResourceId: this.logicalId,
      ResourceProperties,
    };
  }

  private send(): Send {
    return (_url: string, _options: RequestOptions, answered) => {
      const request = Object.assign(new EventEmitter(), {
        destroy: () => undefined,
        end: (body: string) => {
          const statusCode = this.answerStatus();
          this.captured.push(body);
          if (statusCode === 200) this.answers.push(JSON.parse(body) as Answer);
          answered({ statusCode, resume: () => undefined } as never);
        },
      });
      return request as never;
    };
  }
}
