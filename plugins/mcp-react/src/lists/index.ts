export { FacetMenu } from './FacetMenu';
export { FilterMenu } from './FilterMenu';
export { PAGED_GRID } from './pagedGrid';
export { ListPaging } from './ListPaging';
export { SearchBox } from './SearchBox';
export {
  PAGE_SIZES,
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
  type ListFilterValue,
} from './useListAddress';
