export type {
  Contract,
  ContractIcon,
  ContractInput,
  ContractPrompt,
  ContractPromptArgument,
  ContractResource,
  ContractResourceAnnotations,
  ContractResourceTemplate,
  ContractTool,
  ContractToolAnnotations,
  Snapshot,
} from './contract';
export { createSnapshot, parseSnapshot } from './createSnapshot';
export { SNAPSHOT_LIMITS } from './limits';
export {
  TOOL_ANNOTATION_DEFAULTS,
  effectiveAnnotations,
  type EffectiveToolAnnotations,
} from './toolAnnotations';
