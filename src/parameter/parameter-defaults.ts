import type { EnforcedProperty } from '../enforced/enforced';

/** What no aspect, mixin or override changes: the permissions are for this function, this name and this key. */
export function enforcedOnParameter(properties: {
  readonly ServiceToken: string;
  readonly Name: string;
  readonly KeyId: string;
}): EnforcedProperty[] {
  const rule = 'ssm-param-plain';
  return [
    {
      path: 'ServiceToken',
      value: properties.ServiceToken,
      rule,
      instead: 'keep the function of the stack, another one would be told what to do with secrets',
    },
    { path: 'Name', value: properties.Name, rule, instead: "give another name as 'parameterName'" },
    { path: 'KeyId', value: properties.KeyId, rule, instead: "give another key as 'encryptionKey'" },
  ];
}
