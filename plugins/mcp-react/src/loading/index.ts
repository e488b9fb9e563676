export { LoadProblem } from './LoadProblem';
export { readProblem } from './readProblem';
export { useAct, type Acting } from './useAct';
export { useLoaded, type Loaded } from './useLoaded';
