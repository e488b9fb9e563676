export { DatabaseNewNameStore } from './DatabaseNewNameStore';
export { NewNameLimit } from './NewNameLimit';
export type { NewNameStore } from './NewNameStore';
