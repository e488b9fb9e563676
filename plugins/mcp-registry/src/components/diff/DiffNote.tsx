import Box from '@mui/material/Box';
import type { Change } from '@mcp-portal/mcp-contract';
import { Sentence } from '../versions/Sentence';
import { lookOf } from '../versions/changeClasses';

/** What a change means, below the lines that it is about. */
export const DiffNote = (props: { change: Change; chosen: boolean }) => {
  const { change, chosen } = props;
  const look = lookOf(change);
  const Icon = look.icon;
  return (
    <Box
      data-change={change.id}
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        px: 1.5,
        py: 0.75,
        my: 0.5,
        mx: 1,
        borderRadius: 1,
        border: 1,
        borderLeft: 4,
        borderColor: chosen ? look.color : 'divider',
        borderLeftColor: look.color,
        bgcolor: 'background.paper',
        typography: 'body2',
        overflowWrap: 'anywhere',
      }}
    >
      <Icon
        fontSize="small"
        sx={{ color: look.color, mt: 0.125 }}
        aria-hidden
      />
      <span>
        <strong>{look.word}.</strong>{' '}
        <Sentence text={change.message} within={change.where.tool} />
      </span>
    </Box>
  );
};
