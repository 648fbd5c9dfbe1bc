import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Cors, LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * The bookstore as it is written first: every line is in a tutorial somewhere, and it works.
 */
export class BookstoreStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const table = new Table(this, 'Authors', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const portraits = new Bucket(this, 'Portraits', {
      publicReadAccess: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ACLS_ONLY,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });

    const environment = { TABLE_NAME: table.tableName, BUCKET_NAME: portraits.bucketName };

    const createAuthor = new NodejsFunction(this, 'CreateAuthor', {
      entry: join(__dirname, 'handlers', 'create-author.ts'),
      runtime: Runtime.NODEJS_18_X,
      environment: { ...environment, ADMIN_PASSWORD: 'Hunter2-bookstore!' },
    });
    table.grantReadWriteData(createAuthor);
    portraits.grantReadWrite(createAuthor);

    const booksStats = new NodejsFunction(this, 'BooksStats', {
      entry: join(__dirname, '..', 'bookstore', 'handlers', 'books-stats.ts'),
      runtime: Runtime.NODEJS_18_X,
      environment,
    });
    booksStats.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));

    const api = new RestApi(this, 'Api', {
      restApiName: 'bookstore',
      defaultCorsPreflightOptions: { allowOrigins: Cors.ALL_ORIGINS },
    });
    api.root.addResource('author').addMethod('POST', new LambdaIntegration(createAuthor));
    api.root.addResource('booksStats').addMethod('GET', new LambdaIntegration(booksStats));
  }
}
