import { useUsageAddress, type UsageAddress } from '../../components/filters';

export type Outcome = 'ok' | 'error';

export interface CallsAddress extends UsageAddress {
  outcome?: Outcome;
  filterOutcome: (outcome?: Outcome) => void;
}

export function useCallsAddress(): CallsAddress {
  const usage = useUsageAddress();
  const given = usage.params.get('outcome');
  const outcome = given === 'ok' || given === 'error' ? given : undefined;
  return {
    ...usage,
    outcome,
    filterOutcome: value =>
      usage.update(next => {
        if (value) {
          next.set('outcome', value);
        } else {
          next.delete('outcome');
        }
      }),
  };
}
