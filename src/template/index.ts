export * from './application';
export * from './attached-policies';
export * from './resolved';
export * from './resource';
export * from './template';
export { splitText } from './text';
export * from './value';
export { whenItIsSo } from './when';
export type { Note } from './world';
