export { CodeBlock } from './CodeBlock';
export { CopyButton } from './CopyButton';
export { Highlighted } from './Highlighted';
export { OnDemand } from './OnDemand';
export { SampleMark } from './SampleMark';
