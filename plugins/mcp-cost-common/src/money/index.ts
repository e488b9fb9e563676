export * from './arithmetic';
export * from './decimal';
export * from './formatMoney';
export * from './nanos';
export * from './relativeChange';
export * from './splitByWeights';
