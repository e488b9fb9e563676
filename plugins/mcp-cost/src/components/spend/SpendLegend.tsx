import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { SpendLine } from './spendLines';
import { useLineColors } from './useLineColors';

/** Which colour is what, and what it came to; each leads to what is behind it. */
export const SpendLegend = (props: {
  lines: SpendLine[];
  label: string;
  hrefOf: (line: SpendLine) => string;
}) => {
  const { lines, label, hrefOf } = props;
  const colors = useLineColors(lines);
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        mt: 1,
        p: 0,
        display: 'grid',
        columnGap: 3,
        rowGap: 0.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
      }}
    >
      {lines.map((line, index) => (
        <Box
          component="li"
          key={line.key}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}
        >
          <Box
            aria-hidden
            sx={{
              width: 12,
              height: 12,
              borderRadius: 0.5,
              flexShrink: 0,
              bgcolor: colors[index],
            }}
          />
          <Box
            component="span"
            title={line.name}
            sx={{
              flexGrow: 1,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            <Link to={hrefOf(line)}>{line.name}</Link>
          </Box>
          <Box
            component="span"
            sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {line.total}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
