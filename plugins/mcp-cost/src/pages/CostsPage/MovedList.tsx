import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import {
  formatMoney,
  type BreakdownRow,
  type Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useCurrency } from '../../components/money';
import { ChangeWord, filterValue, ValueName } from '../../components/usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';

export const MovedList = (props: {
  label: string;
  rows: BreakdownRow[];
  query: AddressQuery;
  by: Dimension;
}) => {
  const { label, rows, query, by } = props;
  const links = useCostLinks();
  const currency = useCurrency();
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0 }}
    >
      {rows.map(({ values: [value], measures, previous }) => {
        const href = links.breakdown({
          ...query,
          [by]: filterValue(value),
          by: by === 'server' ? ['team', 'tool'] : ['server', 'tool'],
        });
        const moved =
          BigInt(measures.costNanos) - BigInt(previous?.costNanos ?? '0');
        return (
          <Box
            component="li"
            key={filterValue(value)}
            sx={{ display: 'flex', gap: 1, py: 0.5, minWidth: 0 }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <ValueName dimension={by} value={value} href={href} />
            </Box>
            <Box
              sx={{
                textAlign: 'right',
                whiteSpace: 'nowrap',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              <Link to={href} color="inherit">
                {formatMoney(moved, currency, { signed: true })}
              </Link>
              <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
                <ChangeWord now={measures} before={previous} />
              </Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};
