/** Stands for the colons of `${AWS::AccountId}` while an ARN is split. */
const colons = '\u0000';

/**
 * An ARN split at its colons, but not at those of `${AWS::AccountId}`: `arn`, partition, service, region, account, and
 * the pieces of the resource. A piece that is only known after deployment is in braces: `${AWS::Region}`.
 */
export function arnPieces(arn: string): readonly string[] {
  return arn
    .replaceAll('${AWS::', `\${AWS${colons}`)
    .split(':')
    .map((piece) => piece.replaceAll(colons, '::'));
}
