export { fakeBudget, fakeIncrease } from './budgets';
export { FakeCost, type AskedOf } from './FakeCost';
export * from './answers';
export { fakeKey } from './keys';
