export { renderCostPage, shownAddress } from './renderCostPage';
