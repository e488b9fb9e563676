/**
 * A bare git repository that the portal keeps itself.
 * @public
 */
export interface LocalRepository {
  /** The owning team's name; the folder that it is in. */
  team: string;
  name: string;
  description: string;
  defaultBranch: string;
  /** What `git clone` takes: a path on the machine where the portal runs. */
  cloneUrl: string;
  /** Of the last commit. Absent while there is none. */
  lastCommit?: { id: string; message: string; at: string };
  files: RepositoryFile[];
  /** Text of README.md, when there is one. */
  readme?: string;
}

/** @public */
export interface RepositoryFile {
  /** With `/` between folders. */
  path: string;
  sizeBytes: number;
}
