import type { CostPage, FocusImport } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { ReadBill } from './ChargeBatcher';

export interface NewFocusImport {
  id: string;
  fileName?: string;
  bytesTotal: number;
}

/** How far a file was read. */
export interface FocusProgress {
  version?: string;
  bytesRead: number;
  rowsRead: number;
  rowsAccepted: number;
  rowsRefused: number;
  refusals: { line: number; message: string }[];
  costNanos: bigint;
  unattributedNanos: bigint;
}

/**
 * Keeps imports of bills. Only who may price sees them: a bill tells of
 * everybody's costs.
 */
export interface FocusImportStore {
  /** @throws NotAllowedError as all here, when the caller may not price */
  create(scope: CostScope, request: NewFocusImport): Promise<void>;
  get(scope: CostScope, id: string): Promise<FocusImport | undefined>;
  list(
    scope: CostScope,
    query: { limit: number; offset: number; search?: string },
  ): Promise<CostPage<FocusImport>>;
  /** First day whose events are all kept; undefined while none was deleted. */
  keptFrom(scope: CostScope): Promise<number | undefined>;
  /** Notes a bill before its first event is staged, so that none is ever lost. */
  addBill(scope: CostScope, importId: string, bill: ReadBill): Promise<void>;
  progress(
    scope: CostScope,
    importId: string,
    progress: FocusProgress,
  ): Promise<void>;
  /** That it is still worked on. */
  seen(scope: CostScope, importId: string): Promise<void>;
  /**
   * Puts the import's bills in the place of earlier ones of the same periods,
   * all at once.
   *
   * @throws ConflictError when charges of an earlier one are no longer kept
   */
  takeEffect(
    scope: CostScope,
    importId: string,
    bills: readonly ReadBill[],
  ): Promise<void>;
  /** Leaves everything as it was before. */
  fail(scope: CostScope, importId: string, message: string): Promise<void>;
  /** Fails those that nobody works on any more. */
  failAbandoned(scope: CostScope, options: { isStart: boolean }): Promise<void>;
}
