import type { IResolvable } from 'aws-cdk-lib';
import { Token, Tokenization } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * Says that a method of a `SecureApi` may be called by anybody, and why.
 *
 * Everything behind such a method is reachable from the whole internet without a name. It is given in the place of an
 * authorizer, so that no method becomes public by leaving something out, and shows up in the report as an acknowledged
 * finding with its reason.
 *
 * @example
 * api.root.addResource('health').addMethod('GET', integration, {
 *   authorizer: PublicAccess.because('the load balancer asks without credentials, and the answer says nothing'),
 * });
 */
export class PublicAccess implements apigateway.IAuthorizer {
  /**
   * Lets anybody call the methods that it is given to.
   *
   * Throws when the reason is empty.
   *
   * @param reason what a reviewer would accept
   */
  public static because(reason: string): PublicAccess {
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new Error("'PublicAccess.because' was given no reason: say why anybody may call the method");
    }
    return new PublicAccess(reason);
  }

  /**
   * The declaration that an authorizer id stands for, if it does.
   *
   * @internal
   */
  public static _of(authorizerId: string | undefined): PublicAccess | undefined {
    if (authorizerId === undefined) return undefined;
    const token = Tokenization.reverse(authorizerId);
    return token instanceof Declaration ? token.access : undefined;
  }

  /** Carries the declaration to the API; nothing is written into the template. */
  public readonly authorizerId: string;

  /** `NONE` */
  public readonly authorizationType? = apigateway.AuthorizationType.NONE;

  private constructor(
    /** Why anybody may call the method. */
    public readonly reason: string,
  ) {
    this.authorizerId = Token.asString(new Declaration(this));
  }
}

/** The L2 hands on nothing of an authorizer but its id: the id is the declaration, and resolves to nothing. */
class Declaration implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(public readonly access: PublicAccess) {}

  public resolve(): undefined {
    return undefined;
  }

  public toString(): string {
    return Token.asString(this);
  }
}
