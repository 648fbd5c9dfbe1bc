export * from './key/secure-key';
export * from './sandbox/sandbox';
