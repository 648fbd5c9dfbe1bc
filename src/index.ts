export * from './key/secure-key';
export * from './log-group/secure-log-group';
export * from './pack/gate-props';
export * from './pack/serverless-security-checks';
export * from './sandbox/sandbox';
