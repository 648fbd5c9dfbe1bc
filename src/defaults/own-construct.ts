const OWN = Symbol('cdk-secure-serverless.own');

/**
 * Marks the props that a construct of ours passes to its L2: an injector has nothing to add to them.
 *
 * Core tells an injector the class of the L2 and not that of the construct.
 */
export function own<Props extends object>(props: Props): Props {
  return { ...props, [OWN]: true };
}

export function isOwn(props: object): boolean {
  return OWN in props;
}
