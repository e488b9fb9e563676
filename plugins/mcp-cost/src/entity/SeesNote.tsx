import Alert from '@mui/material/Alert';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import { LINKS_IN_TEXT } from '@mcp-portal/plugin-mcp-react';

import { seesAllOf } from './seesAllOf';

/** Says to those who don't own a server that this is their part of its use only. */
export const SeesNote = (props: {
  sees: CostOverview['sees'];
  ownerRef?: string;
}) => {
  const { sees, ownerRef } = props;
  if (sees.all || (ownerRef && seesAllOf(sees, ownerRef))) {
    return null;
  }
  return (
    <Alert severity="info" sx={{ mt: 2, ...LINKS_IN_TEXT }}>
      This is the use by your teams only.
      {ownerRef && (
        <>
          {' '}
          All of it is seen by its owner,{' '}
          <EntityRefLink entityRef={ownerRef} hideIcon />.
        </>
      )}
    </Alert>
  );
};
