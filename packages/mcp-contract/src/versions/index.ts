export type { PublishedContract, VersionJudgement } from './judgement';
export {
  judgeVersion,
  proposeVersion,
  type VersionCandidate,
} from './judgeVersion';
export { checkVersion } from './parseVersion';
export { VersionError } from './VersionError';
