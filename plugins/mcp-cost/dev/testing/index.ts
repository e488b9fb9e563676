export { READER, renderCostPage, shownAddress } from './renderCostPage';
