export { LoadedPart } from './LoadedPart';
