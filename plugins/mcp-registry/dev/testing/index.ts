export { renderRegistryPage, shownAddress } from './renderRegistryPage';
