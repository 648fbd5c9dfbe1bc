export * from './key/secure-key';
export * from './log-group/secure-log-group';
export * from './sandbox/sandbox';
