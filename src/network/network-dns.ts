/**
 * Which names code in a network can ask for: a name can carry data to whoever answers for its domain.
 */
export class NetworkDns {
  /**
   * The names of the endpoints of the network and of the app's databases and caches, and these; every other query is
   * answered with "no such domain".
   *
   * Costs $0.60 for a million queries and $0.0005 a month for each name.
   *
   * @param names of what else is in the network, such as `search.internal.example.com`; a `*` stands at the start
   *
   * @see https://aws.amazon.com/route53/pricing/#Route_53_Resolver_DNS_Firewall
   */
  public static endpointsAnd(...names: string[]): NetworkDns {
    return new NetworkDns(names);
  }

  /**
   * Any name at all: an intruder can then send data out in the names that are asked for, a few bytes with each.
   *
   * @param reason why names cannot be listed, and what else watches them; queries are logged all the same
   */
  public static open(reason: string): NetworkDns {
    return new NetworkDns([], reason);
  }

  private constructor(
    /** @internal */
    public readonly _names: readonly string[],
    /** @internal */
    public readonly _openBecause?: string,
  ) {}
}
