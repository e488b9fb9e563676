export type { CostAccess } from './CostAccess';
export type { CostScope } from './CostScope';
export { systemScope } from './systemScope';
