export { DropZone } from './DropZone';
export { ImportEntry } from './ImportEntry';
export { goesOn } from './importWords';
