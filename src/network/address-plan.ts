/** What a network is planned for. */
export interface AddressNeeds {
  /** Functions, each with a security group of its own. */
  readonly functions: number;
  /** Executions that run at the same time, of all functions together. */
  readonly concurrency: number;
}

/** The sizes of the subnets of one zone, as prefix lengths of IPv4. */
export interface AddressPlan {
  readonly functions: number;
  readonly data: number;
  readonly endpoints: number;
}

/**
 * Lambda makes a network interface for each combination of subnet and security groups, and a further one for each 65,000
 * connections.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/foundation-networking.html
 */
const connectionsOfInterface = 65_000;

/** Sockets that an execution of a Node.js SDK client keeps at most, to one service: `maxSockets` is 50. */
const connectionsOfExecution = 50;

/** AWS keeps five addresses of each subnet. @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const keptByAws = 5;

/** 251 addresses: nothing is won by less where 10.0.0.0/8 is free. */
const smallest = 24;

/** 59 addresses, where a VPC has at most 50 interface endpoints. */
const forEndpoints = 26;

/**
 * The addresses that functions take in one subnet, when the other zones fail, and while one deployment replaces another:
 * Lambda keeps the old interfaces for up to 20 minutes.
 */
export function addressesOfFunctions({ functions, concurrency }: AddressNeeds): number {
  const forConnections = Math.ceil((concurrency * connectionsOfExecution) / connectionsOfInterface);
  return 2 * (functions + forConnections);
}

/** Subnets of functions as large as they need, and those of data as large: neither takes addresses from the other. */
export function addressPlan(needs: AddressNeeds): AddressPlan {
  const needed = addressesOfFunctions(needs) + keptByAws;
  const functions = Math.min(smallest, 32 - Math.ceil(Math.log2(needed)));
  return { functions, data: smallest, endpoints: forEndpoints };
}

/** How many addresses the plan takes in all zones. */
export function addressesOf({ functions, data, endpoints }: AddressPlan, zones: number): number {
  return zones * [functions, data, endpoints].reduce((sum, length) => sum + 2 ** (32 - length), 0);
}

/**
 * How many functions fit: 500 network interfaces of Lambda in a VPC, one for each function and subnet.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function functionsWithin(zones: number): number {
  return Math.floor(500 / zones);
}
