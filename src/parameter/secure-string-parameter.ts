import {
  CfnDynamicReference,
  CfnDynamicReferenceService,
  CfnResource,
  type RemovalPolicy,
  Resource,
} from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { placeholder } from './handler/placeholder';
import { stagingNameOf } from './handler/staging-name';
import { enforcedOnParameter } from './parameter-defaults';
import { fingerprintOf, parameterArnOf, uniqueName } from './parameter-name';
import { ParameterProvider, serviceTimeout } from './parameter-provider';
import { refuseParameter, removal } from './parameter-refusals';
import { encryptActionOf } from './parameter-statements';
import type { NamedParameter } from './parameter-statements';
import { SecureStringValue } from './secure-string-value';
import { enforce } from '../enforced/enforced';
import { enforceRetention, refuseRemoval } from '../enforced/retained';
import { withUseOfKey } from '../grants/limited-grant';
import { SecureKey } from '../key/secure-key';
import { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Settings of a `SecureStringParameter`.
 */
export interface SecureStringParameterProps extends ssm.ParameterOptions {
  /**
   * Where the value comes from; it is never in the app.
   *
   * @default SecureStringValue.generated()
   */
  readonly value?: SecureStringValue;

  /**
   * The customer-managed key that encrypts the value, itself and no alias.
   *
   * @default - the key that the stack shares, `SecureKey.shared`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * What happens to the parameter when it leaves the template.
   *
   * @default - it is kept, unless its creation is rolled back; deleted in a sandbox
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A SecureString of the Parameter Store, whose value nobody writes down.
 *
 * CloudFormation cannot make one, so people put the secret into the app, where everybody who may read the template,
 * the assembly or the history of the repository finds it. Here the value is made at random while the parameter is
 * deployed (`SecureStringValue.generated`), or put in later by somebody who knows it
 * (`SecureStringValue.putByOperator`). It is in no template, event, answer, log, output or error. A customer-managed
 * key encrypts it, so that reading takes two permissions; `grantRead` gives both, for this parameter only and through
 * the Parameter Store only.
 *
 * A small function of ours makes the parameters of the stack, with permissions on exactly these. It never overwrites
 * or deletes a parameter that it did not make, which it knows by its tags, makes one value however often a request is
 * delivered, and cannot read values but one that it is about to put in while it rotates. Who may invoke or change
 * that function can replace values, as who may deploy the stack can.
 *
 * What an operator puts in is never overwritten. Until then the value is `SecureStringParameter.PLACEHOLDER`, and
 * code that reads it should fail with a clear error instead of using it: `if (value === 'no-value-yet: put it with
 * "aws ssm put-parameter --overwrite"') throw new Error('DB_PASSWORD has no value yet')`. It is put in with `aws ssm
 * put-parameter --overwrite --type SecureString --name <name> --key-id <key> --value file://…`; without `--key-id`
 * SSM takes the key `aws/ssm`, with which everybody in the account decrypts who may read the parameter.
 *
 * Throws for names that SSM does not take, a name that is a token without `simpleName`, a value that can be guessed,
 * an alias instead of a key, intelligent tiering (what may encrypt depends on the tier), a description that looks
 * like a secret, more parameters than the role of the function has room for, and, except in a sandbox, a removal
 * policy that does not retain.
 *
 * Adds 2 resources, and to a stack that has none the function with its role, policies (one more for each way in which the key is used) and log group, and where they
 * are not there yet the shared key and the queue for events that functions failed to handle. A role has room for
 * about two dozen parameters, ten where they are rotated, and a dozen with keys of their own or in nested stacks: use more
 * stacks for more. A standard
 * parameter is free of charge and holds 4 KB, an advanced one costs $0.05 a month and holds 8 KB; the shared key
 * costs $1 a month.
 *
 * *Deployment*: a parameter that exists already is left as it is, and the deployment fails. Another `parameterName`
 * makes another parameter, with another value. What is generated differently, `description`, `tier` and
 * `allowedPattern` are written with the next value. Another `encryptionKey` needs a new value too (`rotation`),
 * because the function cannot read the old one: the deployment fails and says so. A rollback makes no value and
 * brings none back; earlier ones are in the history of the parameter, 100 of them. A parameter that was deleted by
 * hand is made again, with a new value, at its next change. What a stack left behind has to be deleted, or given
 * another name, before the stack is deployed anew. A request is delivered for 10 minutes at most, and CloudFormation
 * waits for 15.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html
 */
export class SecureStringParameter extends Resource implements ssm.IStringParameter {
  /**
   * What a parameter holds until an operator puts its value in; code that finds it has to fail.
   */
  public static readonly PLACEHOLDER = placeholder;

  /**
   * The ARN, with the name as it was given.
   */
  public readonly parameterArn: string;

  /**
   * The name; what refers to it is deployed after the parameter.
   */
  public readonly parameterName: string;

  /**
   * `SecureString`.
   */
  public readonly parameterType: string = 'SecureString';

  /**
   * The key that encrypts the value.
   */
  public readonly encryptionKey: kms.IKey;

  private readonly resource: CfnResource;
  private readonly value: SecureStringValue;
  private readonly isAdvanced: boolean;

  constructor(scope: Construct, id: string, props: SecureStringParameterProps = {}) {
    const value = props.value ?? SecureStringValue.generated();
    refuseParameter(Refusals.ofNew(scope, id), scope, props, value);
    const name = props.parameterName ?? uniqueName(scope, id);
    super(scope, id, { physicalName: name });

    const provider = ParameterProvider.shared(this);
    this.value = value;
    this.isAdvanced = props.tier === ssm.ParameterTier.ADVANCED;
    this.encryptionKey = props.encryptionKey ?? SecureKey.shared(this);
    this.parameterArn = parameterArnOf(this, name, props.simpleName);

    if (value._isRotated) provider.allowRotation();
    const named: NamedParameter = {
      arn: this.parameterArn,
      isAdvanced: this.isAdvanced,
      stagingArn: value._isRotated ? stagingNameOf(this.parameterArn) : undefined,
    };
    const policy = provider.allow(this, `Policy${fingerprintOf(this, name)}`, named, this.encryptionKey);
    const properties = {
      ServiceToken: provider.serviceToken,
      ServiceTimeout: serviceTimeout.toSeconds(),
      Name: name,
      KeyId: this.encryptionKey.keyArn,
      Tier: props.tier ?? ssm.ParameterTier.STANDARD,
      Description: props.description,
      AllowedPattern: patternFor(value, props.allowedPattern),
      ...value._properties,
    };
    this.resource = new CfnResource(this, 'Resource', { type: 'Custom::SecureStringParameter', properties });
    this.resource.applyRemovalPolicy(props.removalPolicy ?? Sandbox.removalPolicyFor(this));
    this.resource.node.addDependency(provider, policy);
    enforce(this, this.resource, enforcedOnParameter(properties));
    enforceRetention(this, this.resource);
    this.parameterName = this.getResourceNameAttribute(this.resource.getAtt('Name').toString());
  }

  /**
   * The parameter as other resources refer to it.
   */
  public get parameterRef(): ssm.ParameterReference {
    return { parameterName: this.parameterName, parameterArn: this.parameterArn };
  }

  /**
   * A reference that CloudFormation replaces by the generated value, in the few properties that take one, such as
   * `MasterUserPassword` of a database. Everywhere else the deployment fails; a function reads the parameter when it
   * runs.
   *
   * Throws where an operator puts the value in, because the placeholder would be taken for it.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
   */
  public get stringValue(): string {
    if (!this.value._isGenerated) {
      throw new Error(
        `${this.node.path}: 'stringValue' would be the placeholder, an operator puts the value in later: read the parameter when the code runs`,
      );
    }
    const version = this.resource.getAtt('Version').toString();
    const reference = new CfnDynamicReference(
      CfnDynamicReferenceService.SSM_SECURE,
      `${this.parameterName}:${version}`,
    );
    return reference.toString();
  }

  /**
   * Lets somebody read the value of this parameter, and decrypt it through the Parameter Store.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['ssm:GetParameter', 'ssm:GetParameters'], 'kms:Decrypt');
  }

  /**
   * Lets somebody put a value in: the role of an operator, or of a function that rotates it. Reading is `grantRead`.
   */
  public grantWrite(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['ssm:PutParameter'], encryptActionOf(this.isAdvanced));
  }

  /**
   * Keeps the parameter when it leaves the template.
   *
   * Throws for a policy that deletes it, except in a sandbox.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    const refusals = Refusals.of(this);
    refuseRemoval(refusals, this, policy, removal);
    refusals.throwIfAny();
    super.applyRemovalPolicy(policy);
  }

  private grant(grantee: iam.IGrantable, actions: string[], useOfKey: string): iam.Grant {
    const resourceArns = [this.parameterArn];
    return withUseOfKey(iam.Grant.addToPrincipal({ grantee, actions, resourceArns }), {
      grantee,
      key: this.encryptionKey,
      actions: [useOfKey],
      service: 'ssm',
      of: this,
      encryptionContext: { PARAMETER_ARN: this.parameterArn },
    });
  }
}

/** The placeholder has to get past it too. */
function patternFor(value: SecureStringValue, pattern: string | undefined): string | undefined {
  if (pattern === undefined || value._isGenerated) return pattern;
  return `(?:${pattern})|^${placeholder.replace(/[^\w ":-]/g, '\\$&')}$`;
}
