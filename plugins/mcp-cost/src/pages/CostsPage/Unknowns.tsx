import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Alert from '@mui/material/Alert';
import {
  NO_VALUE,
  type CostOverview,
} from '@mcp-portal/plugin-mcp-cost-common';
import { counted, LINKS_IN_TEXT } from '@mcp-portal/plugin-mcp-react';
import { CostOf } from '../../components/usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';

/** What the sums do not know: what it cost, or which server it was. */
export const Unknowns = (props: {
  overview: CostOverview;
  query: AddressQuery;
}) => {
  const { overview, query } = props;
  const links = useCostLinks();
  const { unattributed, total } = overview;
  if (unattributed.events === 0 && total.unpricedEvents === 0) {
    return null;
  }
  return (
    <Alert severity="info" sx={{ mt: 2, ...LINKS_IN_TEXT }}>
      {total.unpricedEvents > 0 && (
        <Box>
          {counted(total.unpricedEvents, 'event has', 'events have')} no price:
          what they cost is not known, and not in the sums.{' '}
          <Link to={links.prices()}>Which, and give them a price</Link>
        </Box>
      )}
      {unattributed.events > 0 && (
        <Box>
          {counted(unattributed.events, 'tool call')} could not be tied to a
          server of the catalog (<CostOf measures={unattributed} />
          ).{' '}
          <Link
            to={links.calls({ ...query, server: NO_VALUE, kind: 'tool-call' })}
          >
            See what they say of their server
          </Link>
        </Box>
      )}
    </Alert>
  );
};
