import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { JsonSchemaType, LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { genres } from './handlers/author';
import {
  ApiFirewall,
  IsolatedNetwork,
  LeadingKeys,
  PublicAccess,
  ScopedBucketGrants,
  ScopedTableGrants,
  SecureApi,
  SecureBucket,
  SecureKey,
  SecureNodejsFunction,
} from 'cdk-secure-serverless';

/**
 * The same bookstore, with the constructs of this library: the classes changed, the constructs' ids and the handlers did not.
 */
export class BookstoreStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const table = new Table(this, 'Authors', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: SecureKey.shared(this),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
    });

    const portraits = new SecureBucket(this, 'Portraits');

    // No NAT gateway, and none is missing: the gateways of S3 and DynamoDB are made for the grants below, free of charge.
    const network = new IsolatedNetwork(this, 'Network');

    const createAuthor = new SecureNodejsFunction(this, 'CreateAuthor', {
      entry: join(__dirname, 'handlers', 'create-author.ts'),
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(10),
      memorySize: 256,
      network,
      environment: { TABLE_NAME: table.tableName, BUCKET_NAME: portraits.bucketName },
    });
    const items = ScopedTableGrants.fromTable(table);
    items.writeItems(createAuthor, { leadingKeys: LeadingKeys.startingWith('AUTHOR#') });
    items.writeItems(createAuthor, { leadingKeys: LeadingKeys.of('STATS') });
    ScopedBucketGrants.fromBucket(portraits).writePrefix(createAuthor, 'portraits/');

    const booksStats = new SecureNodejsFunction(this, 'BooksStats', {
      entry: join(__dirname, 'handlers', 'books-stats.ts'),
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(5),
      memorySize: 256,
      network,
      environment: { TABLE_NAME: table.tableName },
    });
    items.getItem(booksStats, { leadingKeys: LeadingKeys.of('STATS') });

    const api = new SecureApi(this, 'Api', { restApiName: 'bookstore', waf: ApiFirewall.managed() });
    const author = api.addModel('Author', {
      contentType: 'application/json',
      schema: {
        type: JsonSchemaType.OBJECT,
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: JsonSchemaType.STRING, minLength: 1, maxLength: 200 },
          portrait: { type: JsonSchemaType.STRING, maxLength: 1_400_000 },
          books: {
            type: JsonSchemaType.ARRAY,
            maxItems: 50,
            items: {
              type: JsonSchemaType.OBJECT,
              required: ['title', 'year', 'genre'],
              additionalProperties: false,
              properties: {
                title: { type: JsonSchemaType.STRING, minLength: 1, maxLength: 200 },
                year: { type: JsonSchemaType.INTEGER, minimum: 0 },
                genre: { type: JsonSchemaType.STRING, enum: [...genres] },
              },
            },
          },
        },
      },
    });
    api.root.addResource('author').addMethod('POST', new LambdaIntegration(createAuthor), {
      requestModels: { 'application/json': author },
    });
    api.root.addResource('booksStats').addMethod('GET', new LambdaIntegration(booksStats), {
      authorizer: PublicAccess.because(
        'the shop shows these totals on its front page; they name nobody, and cost one read',
      ),
    });
  }
}
