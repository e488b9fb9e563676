export { TopTable } from './TopTable';
