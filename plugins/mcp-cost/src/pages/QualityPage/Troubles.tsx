import { Fragment } from 'react';
import Box from '@mui/material/Box';
import { Link } from '@backstage/core-components';
import type { QualityRow } from '@mcp-portal/plugin-mcp-cost-common';
import { shownNumber } from '@mcp-portal/plugin-mcp-react';
import { filterValue, valueName } from '../../components/usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';
import type { QualityDimension } from './useQualityAddress';

const SHOWN = 3;

/** Of a server the agents, of an agent the servers: those with most errors. */
export const Troubles = (props: {
  row: QualityRow;
  by: QualityDimension;
  query: AddressQuery;
  all?: boolean;
}) => {
  const { row, by, query, all } = props;
  const links = useCostLinks();
  const other = otherOf(by);
  const troubles = row.troubles.filter(({ errors }) => errors > 0);
  if (troubles.length === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        Nobody
      </Box>
    );
  }
  const shown = all ? troubles : troubles.slice(0, SHOWN);
  return (
    <>
      {shown.map(({ value, errors }, index) => (
        <Fragment key={filterValue(value)}>
          {index > 0 && ', '}
          <Link
            to={links.calls({
              ...query,
              [by]: filterValue(row.value),
              [other]: filterValue(value),
              outcome: 'error',
            })}
          >
            {valueName(other, value)}
          </Link>{' '}
          ({shownNumber(errors)})
        </Fragment>
      ))}
      {troubles.length > shown.length &&
        ` and ${shownNumber(troubles.length - shown.length)} more`}
    </>
  );
};

/** Whose trouble is told of which. */
export function otherOf(by: QualityDimension): 'agent' | 'server' {
  return by === 'agent' ? 'server' : 'agent';
}
