export { IdleAction } from './IdleAction';
export { IdleName } from './IdleName';
export { IDLE_KINDS, IDLE_WORDS } from './idleWords';
