import Box from '@mui/material/Box';
import { alpha, type Theme } from '@mui/material/styles';
import type { DiffRow } from './diffJson';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

/** The colours of a line; a marked one stands out among its like. */
export function rowColors(kind: DiffRow['kind'], marked: boolean) {
  return (theme: Theme) => {
    if (kind === 'same') {
      return marked ? alpha(theme.palette.warning.main, 0.16) : 'transparent';
    }
    const color =
      kind === 'added' ? theme.palette.success.main : theme.palette.error.main;
    return alpha(color, marked ? 0.22 : 0.09);
  };
}

/** One line's sign and text; what differs within it is underlined. */
export const DiffText = ({ row }: { row: DiffRow }) => {
  const { kind, text, emphasis } = row;
  let tag: 'span' | 'ins' | 'del' = 'span';
  if (kind !== 'same') {
    tag = kind === 'added' ? 'ins' : 'del';
  }
  const [from, to] = emphasis ?? [0, 0];
  const indent = text.length - text.trimStart().length;
  return (
    <Box
      component={tag}
      sx={{
        display: 'block',
        textDecoration: 'none',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        position: 'relative',
        // A long line goes on below its own beginning, the signs below each other.
        pl: `${indent + 2}ch`,
      }}
    >
      <Box
        component="span"
        sx={{ position: 'absolute', left: '0.25ch', userSelect: 'none' }}
      >
        {SIGNS[kind]}
      </Box>
      {to > from && from >= indent ? (
        <>
          {text.slice(indent, from)}
          <Box
            component="span"
            sx={{
              textDecoration: 'underline',
              textUnderlineOffset: '3px',
              fontWeight: 'fontWeightBold',
            }}
          >
            {text.slice(from, to)}
          </Box>
          {text.slice(to)}
        </>
      ) : (
        text.slice(indent)
      )}
    </Box>
  );
};
