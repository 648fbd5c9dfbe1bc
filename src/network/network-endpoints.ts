/**
 * Which endpoints a network may make for what the code of its functions is granted.
 *
 * The gateways of S3 and DynamoDB are free, and made wherever they are needed. An interface endpoint costs about $7.30 a
 * month for each availability zone, and a cent for each GB: that is for you to say.
 *
 * @see https://aws.amazon.com/privatelink/pricing/
 */
export class NetworkEndpoints {
  /**
   * The gateways for S3 and DynamoDB, and nothing that costs.
   */
  public static gateways(): NetworkEndpoints {
    return new NetworkEndpoints([]);
  }

  /**
   * Gateways, and these interface endpoints where code is granted something of the service.
   *
   * The network refuses what is no service with an endpoint.
   *
   * @param services as in the names of the endpoints: `secretsmanager`, `sqs`, `execute-api`
   */
  public static only(...services: string[]): NetworkEndpoints {
    return new NetworkEndpoints(services);
  }

  /**
   * Whatever the code of the functions is granted: each further service adds about $7.30 a month for each zone.
   */
  public static onDemand(): NetworkEndpoints {
    return new NetworkEndpoints(undefined);
  }

  private constructor(
    private readonly services: readonly string[] | undefined,
    private readonly known: readonly string[] = [],
    /** @internal */
    public readonly _withoutPolicy: readonly string[] = [],
  ) {}

  /**
   * Says that services have an endpoint in the region of the network, although the data of this library, which is as old
   * as its release, says that AWS does not have them there.
   *
   * Where there is none, the deployment fails.
   *
   * @param services as in the names of the endpoints: `kendra`, `pipes`
   */
  public available(...services: string[]): NetworkEndpoints {
    return new NetworkEndpoints(this.services, [...this.known, ...services], this._withoutPolicy);
  }

  /**
   * Says that endpoints of these services take no policy: a deployment that gives them one fails. They let through what
   * the function is granted and whatever else somebody in it has credentials for, so that nothing is left of the perimeter.
   *
   * Only for services of which this library does not know; `aws ec2 describe-vpc-endpoint-services` tells it, under
   * `VpcEndpointPolicySupported`.
   *
   * @param services as in the names of the endpoints: `pipes`, `verifiedpermissions`
   */
  public withoutPolicy(...services: string[]): NetworkEndpoints {
    return new NetworkEndpoints(this.services, this.known, [...this._withoutPolicy, ...services]);
  }

  /**
   * The services that were named.
   *
   * @internal
   */
  public get _named(): readonly string[] {
    return this.services ?? [];
  }

  /**
   * Whether an interface endpoint for the service may be made.
   *
   * @internal
   */
  public _allows(service: string): boolean {
    return this.services === undefined || this.services.includes(service);
  }

  /**
   * Whether the endpoint is known to be in the region, whatever the lists say.
   *
   * @internal
   */
  public _isAvailable(service: string): boolean {
    return this.known.includes(service);
  }
}
