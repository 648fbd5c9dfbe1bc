/** Pieces of templates that the examples of several attacks are put together from, as YAML. */
export function resources(...pieces: readonly string[]): string {
  return pieces.join('\n');
}

/** A role that a service assumes, with statements in YAML. */
export function aRole(id: string, statements: readonly string[], service = 'lambda.amazonaws.com'): string {
  return [
    `${id}:`,
    '  Type: AWS::IAM::Role',
    '  Properties:',
    '    AssumeRolePolicyDocument:',
    "      Version: '2012-10-17'",
    `      Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: ${service} } }`,
    ...(statements.length === 0
      ? []
      : [
          '    Policies:',
          '      - PolicyName: work',
          '        PolicyDocument:',
          "          Version: '2012-10-17'",
          '          Statement:',
          ...statements.map((statement) => `            - ${statement}`),
        ]),
  ].join('\n');
}

/** What a role may do, on a line. */
export function allow(action: string, resource: string, condition?: string): string {
  const when = condition === undefined ? '' : `, Condition: ${condition}`;
  return `{ Effect: Allow, Action: ${action}, Resource: ${resource}${when} }`;
}

export function aFunction(id: string, role: string, ...properties: readonly string[]): string {
  return aResource(id, 'AWS::Lambda::Function', `Role: !GetAtt ${role}.Arn`, ...properties);
}

/** A web function with an endpoint that leads to its one revision. */
export function aWebFunction(id: string, role: string, authType = 'ApplicationManaged'): string {
  const name = `FunctionName: !Ref ${id}Web`;
  return resources(
    aResource(`${id}Web`, 'AWS::Lambda::WebFunction', `FunctionName: ${id.toLowerCase()}`),
    aResource(id, 'AWS::Lambda::WebFunctionRevision', name, `ServiceConfig: { ExecutionRoleArn: !GetAtt ${role}.Arn }`),
    aResource(`${id}Endpoint`, 'AWS::Lambda::WebFunctionEndpoint', name, `AuthType: ${authType}`),
  );
}

/** A function URL with the permission that the CDK writes beside it. */
export function aUrl(fn: string, authType = 'NONE'): string {
  return resources(
    aResource(`${fn}Url`, 'AWS::Lambda::Url', `AuthType: ${authType}`, `TargetFunctionArn: !GetAtt ${fn}.Arn`),
    aResource(
      `${fn}Permission`,
      'AWS::Lambda::Permission',
      'Action: lambda:InvokeFunctionUrl',
      `FunctionName: !GetAtt ${fn}.Arn`,
      "Principal: '*'",
      `FunctionUrlAuthType: ${authType}`,
    ),
  );
}

const invocations = 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions';

/** A method at the root of a REST API `Api`, in front of a function. */
export function aMethod(fn: string, verb = 'POST', ...properties: readonly string[]): string {
  return aResource(
    `${fn}Method`,
    'AWS::ApiGateway::Method',
    'RestApiId: !Ref Api',
    'ResourceId: !GetAtt Api.RootResourceId',
    `HttpMethod: ${verb}`,
    ...(properties.length > 0 ? properties : ['AuthorizationType: NONE']),
    `Integration: { Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: !Sub '${invocations}/\${${fn}.Arn}/invocations' }`,
  );
}

/** What a type cannot do without, for where an example has nothing to say about it. */
const required: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': [
    'Runtime: nodejs22.x',
    'Handler: index.handler',
    "Code: { ZipFile: 'exports.handler = () => {}' }",
  ],
  'AWS::DynamoDB::Table': [
    'KeySchema: [{ AttributeName: id, KeyType: HASH }]',
    'AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]',
  ],
  'AWS::StepFunctions::StateMachine': [
    'RoleArn: arn:aws:iam::111122223333:role/refunds',
    'DefinitionString: \'{"StartAt":"Pay","States":{"Pay":{"Type":"Pass","End":true}}}\'',
  ],
  'AWS::ApiGateway::RestApi': ['Name: shop'],
  'AWS::ApiGateway::Authorizer': ['Name: gate'],
  'AWS::ApiGatewayV2::Api': ['Name: shop'],
  'AWS::ApiGatewayV2::Authorizer': ['Name: gate'],
  'AWS::ApiGatewayV2::Integration': ['IntegrationType: AWS_PROXY'],
  'AWS::AppSync::GraphQLApi': ['Name: shop'],
  'AWS::AppSync::DataSource': ['Name: Orders', 'Type: AWS_LAMBDA'],
};

/** A resource with its properties, each a line. */
export function aResource(id: string, type: string, ...given: readonly string[]): string {
  const keyOf = (property: string) => property.split(':')[0];
  const missing = (required[type] ?? []).filter((line) => !given.some((other) => keyOf(other) === keyOf(line)));
  const lines = [...given, ...missing].map((property) => `    ${property}`);
  return [`${id}:`, `  Type: ${type}`, ...(lines.length > 0 ? ['  Properties:', ...lines] : [])].join('\n');
}
