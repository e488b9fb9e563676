export { renderTemplatesPage, shownAddress } from './renderTemplatesPage';
