export { ReuseSection } from './ReuseSection';
