export * from './sandbox/sandbox';
