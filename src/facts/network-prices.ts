/**
 * What the parts of a network cost in us-east-1, in US dollars; other regions are up to twice as dear.
 *
 * A month has 730 hours, as AWS's calculator counts.
 */
export const networkPrices = {
  hoursPerMonth: 730,
  /** An interface endpoint, per zone and hour: $7.30 a month. https://aws.amazon.com/privatelink/pricing/ */
  interfaceEndpointHour: 0.01,
  /** What an interface endpoint carries. https://aws.amazon.com/privatelink/pricing/ */
  interfaceEndpointGigabyte: 0.01,
  /** Gateway endpoints cost nothing. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
  gatewayEndpointHour: 0,
  /** A NAT gateway: $32.85 a month. https://aws.amazon.com/vpc/pricing/ */
  natGatewayHour: 0.045,
  natGatewayGigabyte: 0.045,
  /** A public address of IPv4, in use or not. https://aws.amazon.com/vpc/pricing/ */
  publicAddressHour: 0.005,
  /** A firewall endpoint, per zone: $288 a month. https://aws.amazon.com/network-firewall/pricing/ */
  firewallEndpointHour: 0.395,
  firewallGigabyte: 0.065,
  /** DNS Firewall, per million queries; and per domain of a list and month. https://aws.amazon.com/route53/pricing/ */
  dnsFirewallMillionQueries: 0.6,
  dnsFirewallDomainMonth: 0.0005,
} as const;

/** The dollars a month of an interface endpoint with addresses in that many zones, before what it carries. */
export function monthlyCostOfInterfaceEndpoint(zones: number): number {
  return Math.round(networkPrices.interfaceEndpointHour * networkPrices.hoursPerMonth * zones * 100) / 100;
}

/** The dollars a month of a firewall endpoint and a NAT gateway with its address in each of that many zones, before what they carry. */
export function monthlyCostOfFirewall(zones: number): number {
  const { firewallEndpointHour, natGatewayHour, publicAddressHour, hoursPerMonth } = networkPrices;
  const hour = firewallEndpointHour + natGatewayHour + publicAddressHour;
  return Math.round(hour * hoursPerMonth * zones * 100) / 100;
}
