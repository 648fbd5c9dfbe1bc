/**
 * What the parts of a network cost in us-east-1, in US dollars, as of November 2026; other regions are up to twice as dear.
 *
 * A month has 730 hours, as AWS's calculator counts. Each was compared with what was published of the page beside it
 * between February and November 2026.
 */
export const networkPrices = {
  hoursPerMonth: 730,
  /** An interface endpoint, per zone and hour: $7.30 a month. https://aws.amazon.com/privatelink/pricing/ */
  interfaceEndpointHour: 0.01,
  /** What all interface endpoints carry, up to 1 PB a month. https://aws.amazon.com/privatelink/pricing/ */
  interfaceEndpointGigabyte: 0.01,
  /** Gateway endpoints cost nothing. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
  gatewayEndpointHour: 0,
  /** A NAT gateway without a firewall before it: $32.85 a month. https://aws.amazon.com/vpc/pricing/ */
  natGatewayHour: 0.045,
  natGatewayGigabyte: 0.045,
  /** A public address of IPv4, in use or not: $3.65 a month. https://aws.amazon.com/vpc/pricing/ */
  publicAddressHour: 0.005,
  /** A firewall endpoint, per zone: $288 a month. https://aws.amazon.com/network-firewall/pricing/ */
  firewallEndpointHour: 0.395,
  firewallGigabyte: 0.065,
  /** DNS Firewall, per million queries of the first billion. https://aws.amazon.com/route53/pricing/ */
  dnsFirewallMillionQueries: 0.6,
  /** Per domain of a list and month. https://aws.amazon.com/route53/pricing/ */
  dnsFirewallDomainMonth: 0.0005,
} as const;

/** The dollars a month of an interface endpoint with addresses in that many zones, before what it carries. */
export function monthlyCostOfInterfaceEndpoint(zones: number): number {
  return Math.round(networkPrices.interfaceEndpointHour * networkPrices.hoursPerMonth * zones * 100) / 100;
}

/**
 * The dollars a month of a firewall endpoint, and of the address of the NAT gateway behind it, in each of that many zones,
 * before what they carry. The gateways themselves, and what they carry, are free as long as there is a firewall for each.
 *
 * @see https://aws.amazon.com/network-firewall/pricing/
 */
export function monthlyCostOfFirewall(zones: number): number {
  const { firewallEndpointHour, publicAddressHour, hoursPerMonth } = networkPrices;
  return Math.round((firewallEndpointHour + publicAddressHour) * hoursPerMonth * zones * 100) / 100;
}
