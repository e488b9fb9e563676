export type { CostAccess } from './CostAccess';
export type { CostScope } from './CostScope';
export { PolicyCostAccess } from './PolicyCostAccess';
export { systemScope } from './systemScope';
