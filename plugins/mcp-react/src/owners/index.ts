export { OwnerCell } from './OwnerCell';
export { missingOwnerText, OwnerLink, ownerName } from './OwnerLink';
