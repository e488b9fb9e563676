import type { Nanos } from '../money';

/**
 * The import of a bill in the FinOps FOCUS format.
 * @public
 */
export interface FocusImport {
  id: string;
  fileName?: string;
  state: 'reading' | 'replacing' | 'done' | 'failed';
  /** FOCUS version that its columns speak of. */
  version?: string;
  bytesRead: number;
  bytesTotal?: number;
  rowsRead: number;
  rowsAccepted: number;
  rowsRefused: number;
  /** The first hundred. */
  refusals: { line: number; message: string }[];
  /** Billing periods that it holds, and that it replaced. */
  periods: {
    provider: string;
    start: string;
    end: string;
    replaced: boolean;
  }[];
  costNanos: Nanos;
  /** Charges that no team could be found for. */
  unattributedNanos: Nanos;
  by: string;
  startedAt: string;
  finishedAt?: string;
  error?: string;
}
