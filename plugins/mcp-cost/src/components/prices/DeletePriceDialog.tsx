import { useApi } from '@backstage/core-plugin-api';
import Typography from '@mui/material/Typography';
import type { Price } from '@mcp-portal/plugin-mcp-cost-common';
import { shownDay, useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { refName } from '../entities';
import { ActDialog } from '../loading';
import { serverOf, subjectWords } from './priceWords';

/** Takes a price back, after saying what that does to what is stored. */
export const DeletePriceDialog = (props: {
  price: Price;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { price, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const server = serverOf(price.subject);
  const act = useAct(async () => {
    await api.deletePrice(price.id);
    onDone();
  });
  return (
    <ActDialog
      title="Take the price back?"
      act="Take it back"
      color="warning"
      ready
      running={act.running}
      error={act.error}
      failed="The price stays"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        {subjectWords(price.subject)}
        {server && ` of ${refName(server)}`}: usage since{' '}
        {shownDay(price.validFrom)} is priced again as if this price had never
        been. Where no other price holds, it is unpriced.
      </Typography>
    </ActDialog>
  );
};
