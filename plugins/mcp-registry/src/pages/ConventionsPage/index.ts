export { ConventionsPage } from './ConventionsPage';
