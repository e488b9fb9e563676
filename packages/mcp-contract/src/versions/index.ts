export type { PublishedContract, VersionJudgement } from './judgement';
