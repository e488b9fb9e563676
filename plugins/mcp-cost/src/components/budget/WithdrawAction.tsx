import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';

/** Takes back what one asked for oneself, for as long as nobody has decided. */
export const WithdrawAction = (props: {
  increase: BudgetIncrease;
  name: string;
  onWithdrawn: () => void;
}) => {
  const { increase, name, onWithdrawn } = props;
  const api = useApi(mcpCostApiRef);
  const identity = useApi(identityApiRef);
  const me = useLoaded({
    subject: 'me',
    request: 'me',
    load: async () => (await identity.getBackstageIdentity()).userEntityRef,
  });
  const withdraw = useAct(async () => {
    await api.withdrawIncrease(increase.id);
    onWithdrawn();
  });
  if (me.value !== increase.askedBy) {
    return null;
  }
  return (
    <Button
      size="small"
      color={withdraw.error ? 'error' : 'primary'}
      title={withdraw.error?.message}
      disabled={withdraw.running}
      aria-label={`Withdraw the increase for ${name}`}
      onClick={() => withdraw.run()}
    >
      {withdraw.error ? 'It failed, try again' : 'Withdraw'}
    </Button>
  );
};
