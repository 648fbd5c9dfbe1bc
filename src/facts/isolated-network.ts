/**
 * The tag of a VPC that has no way out, and is to keep it so: rules then judge whatever opens one, by whatever means.
 *
 * `IsolatedNetwork` sets it. A VPC that was made otherwise can be tagged as well, and is judged alike.
 */
export const isolatedNetworkTag = { key: 'cdk-secure-serverless:network', value: 'isolated' } as const;
