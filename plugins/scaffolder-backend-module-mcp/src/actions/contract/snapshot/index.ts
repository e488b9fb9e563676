export { createContractSnapshotAction } from './createContractSnapshotAction';
