import { App, Validations } from 'aws-cdk-lib';
import type { AppProps } from 'aws-cdk-lib';
import { PaymentsStack } from './payments-stack';
import { ServerlessSecurityChecks } from 'cdk-secure-serverless';

export function payments(props?: AppProps): App {
  const app = new App(props);
  new PaymentsStack(app, 'Payments');
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  return app;
}

if (require.main === module) payments().synth();
