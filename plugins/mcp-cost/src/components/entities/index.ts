export { refName } from './refName';
export { COST_TAB_PATH, useEntityCostLink } from './useEntityCostLink';
