export * from './evidence';
export * from './find-secret';
export * from './telling-names';
export * from './secret-properties';
export * from './written-out';
