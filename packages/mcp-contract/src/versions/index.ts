export type { PublishedContract, VersionJudgement } from './judgement';
export {
  type FetchingVersionCandidate,
  judgeVersion,
  judgeVersionFetching,
  proposeVersion,
  proposeVersionFetching,
  type VersionCandidate,
} from './judgeVersion';
export { checkVersion } from './parseVersion';
export { VersionError } from './VersionError';
