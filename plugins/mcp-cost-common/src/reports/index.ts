export * from './dimensions';
export * from './measures';
export * from './overview';
export * from './breakdown';
export * from './quality';
export * from './unitCosts';
