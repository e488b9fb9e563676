import Box from '@mui/material/Box';
import type { Owner } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord } from '../levels/LevelWord';
import { missingOwnerText, OwnerLink, ownerName } from './OwnerLink';

/** An owner in a table: a long name goes on in a second line, and no further. @public */
export const OwnerCell = ({ owner }: { owner: Owner }) =>
  owner.exists ? (
    <Box
      sx={{
        lineHeight: 1.4,
        whiteSpace: 'normal',
        overflow: 'hidden',
        display: '-webkit-box',
        WebkitLineClamp: 2,
        WebkitBoxOrient: 'vertical',
      }}
    >
      <OwnerLink owner={owner} />
    </Box>
  ) : (
    <Box sx={{ lineHeight: 1.3, minWidth: 0, whiteSpace: 'normal' }}>
      <LevelWord level="attention" reason={missingOwnerText(owner)}>
        No such team
      </LevelWord>
      <Box
        title={owner.ref}
        sx={{
          typography: 'caption',
          color: 'text.secondary',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {ownerName(owner)}
      </Box>
    </Box>
  );
