import type { Owner } from '../servers';
import type { VersionStatus } from './version';

/**
 * An agent, and the line of versions that it is on.
 * @public
 */
export interface Consumer {
  ref: string;
  name: string;
  title?: string;
  owner: Owner;
  /** What it declares; absent when it follows whatever is newest. */
  versionRange?: string;
  /** The newest published version that it takes; absent when there is none. */
  version?: string;
  tools?: string[];
  /** ISO instant of its last call, UTC; absent when no call is known. */
  lastCalledAt?: string;
}

/**
 * The agents on one major version (`0.y` counts as one).
 * @public
 */
export interface VersionLine {
  /** For example `2.x` or `0.3.x`. */
  line: string;
  newest: string;
  status: VersionStatus;
  /** It is not the newest line. */
  older: boolean;
  sunsetOn?: string;
  replacement?: string;
  consumers: Consumer[];
}

/**
 * How far a server's agents have moved, of those that the caller may see.
 * @public
 */
export interface ConsumerProgress {
  /** Newest first. */
  lines: VersionLine[];
  /** Agents whose range no published version meets. */
  unmet: Consumer[];
  /** Whether the portal learns of calls: if not, `lastCalledAt` says nothing. */
  callsKnown: boolean;
}
