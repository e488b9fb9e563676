export { KeysSection } from './KeysSection';
