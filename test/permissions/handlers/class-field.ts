import { SFN } from '@aws-sdk/client-sfn';

class Orders {
  private readonly machines = new SFN({});

  public async place(): Promise<void> {
    await this.machines.startExecution({ stateMachineArn: 'arn' });
  }

  public async stopAll(): Promise<void> {
    await this.machines.stopExecution({ executionArn: 'arn' });
  }
}

const orders = new Orders();

export const handler = (): Promise<void> => orders.place();
