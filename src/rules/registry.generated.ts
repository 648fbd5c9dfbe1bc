// Generated from the files beside it by projenrc/generate/rule-registry.ts.
import type { Rule } from './define-rule';
import s3AclPublicWrite from './bucket/s3-acl-public-write';
import lambdaPermissionPublic from './function/lambda-permission-public';
import lambdaUrlAuthNone from './function/lambda-url-auth-none';

/** Every rule, by thing and id. */
export const rules: readonly Rule[] = [
  s3AclPublicWrite,
  lambdaPermissionPublic,
  lambdaUrlAuthNone,
];
