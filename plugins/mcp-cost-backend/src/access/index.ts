export type { CostAccess } from './CostAccess';
export type { CostScope } from './CostScope';
export { PolicyCostAccess } from './PolicyCostAccess';
export { requireAll } from './requireAll';
export { systemScope } from './systemScope';
