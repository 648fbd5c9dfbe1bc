import { App, Validations } from 'aws-cdk-lib';
import type { AppProps } from 'aws-cdk-lib';
import { BookstoreStack } from './bookstore-stack';
import { ServerlessSecurityChecks } from 'cdk-secure-serverless';

export function bookstoreRaw(props?: AppProps): App {
  const app = new App(props);
  new BookstoreStack(app, 'BookstoreRaw');
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  return app;
}

if (require.main === module) bookstoreRaw().synth();
