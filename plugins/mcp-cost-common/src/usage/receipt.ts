/**
 * Why one record of a batch was refused.
 * @public
 */
export interface RecordRefusal {
  /** Position in the batch, from 0. */
  index: number;
  /** The record's own id, where it has one. */
  id?: string;
  /** A word for programs, such as `missing-environment`. */
  code: RefusalCode;
  /** What is wrong, where, and what to do. */
  message: string;
}

/** Why records are refused. @public */
export type RefusalCode =
  | 'invalid'
  | 'missing-agent-or-user'
  | 'missing-environment'
  | 'team-not-allowed'
  | 'unknown-team'
  | 'time-out-of-range'
  | 'number-out-of-range'
  | 'too-many-names';

/**
 * What became of a batch. It is given once everything accepted is committed.
 * @public
 */
export interface UsageReceipt {
  /** Stored now. */
  accepted: number;
  /** Known already, not counted again. */
  duplicates: number;
  /** Refused; the reasons of at most the first 100 are in `refusals`. */
  refused: number;
  refusals: RecordRefusal[];
}
