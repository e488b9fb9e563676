import { ContractError } from '../../canonical/ContractError';

/** The ContractError that an action throws; fails when it throws none. */
export function contractErrorOf(action: () => unknown): ContractError {
  try {
    action();
  } catch (error) {
    if (error instanceof ContractError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error was thrown');
}
