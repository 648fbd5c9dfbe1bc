export * from './benchmarks';
export * from './continuous-integration';
export * from './demo';
export * from './generators';
export * from './import-directions';
export * from './lazify';
export * from './newest-peers';
