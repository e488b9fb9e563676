import type { Io } from '../Io';
import type { Secrets } from '../live/Secrets';

/** What a command works with. */
export interface Context {
  io: Io;
  secrets: Secrets;
  /** What stood after the first `--`; undefined without one. */
  rest: string[] | undefined;
  /** Says how the program is to end. */
  exit(code: number): void;
}
