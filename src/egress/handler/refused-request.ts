/** The request was not sent, or its answer cannot be handed back. */
export class RefusedRequest extends Error {
  public override readonly name = 'RefusedRequest';
}

/** The request was sent, and nobody knows whether the host acted on it. */
export class UnansweredRequest extends Error {
  public override readonly name = 'UnansweredRequest';
}
