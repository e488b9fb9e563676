export { ActDialog } from './ActDialog';
export { LoadedPart } from './LoadedPart';
export { PageAnswer } from './PageAnswer';
export { useCost } from './useCost';
export { usePolling } from './usePolling';
