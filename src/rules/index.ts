export * from './define-rule';
export * from './evaluate';
export * from './registry.generated';
export * from './results';
