import type { Contract } from '../snapshot/contract';

/**
 * Work that asks, by version, for the contracts that it turns out to need. So
 * it is the same work whether they are at hand or have to be fetched, and of a
 * long history only few are.
 */
export type NeedsContracts<Result> = Generator<string, Result, Contract>;

/** Does the work with contracts that are at hand. */
export function withContracts<Result>(
  work: NeedsContracts<Result>,
  contractOf: (version: string) => Contract,
): Result {
  let step = work.next();
  while (!step.done) {
    step = work.next(contractOf(step.value));
  }
  return step.value;
}

/** Does the work with contracts that are fetched as they are needed. */
export async function fetchingContracts<Result>(
  work: NeedsContracts<Result>,
  fetchContract: (version: string) => Promise<Contract>,
): Promise<Result> {
  let step = work.next();
  while (!step.done) {
    step = work.next(await fetchContract(step.value));
  }
  return step.value;
}
