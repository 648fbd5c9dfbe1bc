import type {
  AnonymousFunctionDeclaration,
  ArrowFunctionExpression,
  Class,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Super,
} from 'acorn';

export type AnyFunction =
  AnonymousFunctionDeclaration | FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** What a name of the code was given. */
export type Definition =
  | { readonly kind: 'expression'; readonly node: Expression | Super }
  | { readonly kind: 'function'; readonly node: AnyFunction }
  | { readonly kind: 'class'; readonly node: Class }
  /** `const { name } = of` */
  | { readonly kind: 'member'; readonly of: Definition; readonly name: string }
  /** `const { a, ...rest } = of` */
  | { readonly kind: 'rest'; readonly of: Definition }
  /** `import { name } from 'module'`, with `*` for all of it. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string }
  | { readonly kind: 'parameter'; readonly of: AnyFunction; readonly index: number };

/** A name, with everything that it is given. */
export class Binding {
  public readonly definitions: Definition[] = [];
}

/** Where names are declared. */
export class Scope {
  private readonly bindings = new Map<string, Binding>();

  constructor(
    private readonly parent?: Scope,
    private readonly isFunction = true,
  ) {}

  /** The one that `var` declares in. */
  public get ofFunction(): Scope {
    return this.isFunction || !this.parent ? this : this.parent.ofFunction;
  }

  public declare(name: string): Binding {
    let binding = this.bindings.get(name);
    if (!binding) this.bindings.set(name, (binding = new Binding()));
    return binding;
  }

  public find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.parent?.find(name);
  }
}
