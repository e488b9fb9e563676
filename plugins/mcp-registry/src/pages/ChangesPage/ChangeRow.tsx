import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { PublishedChange } from '@mcp-portal/plugin-mcp-registry-common';
import {
  ActorName,
  LINKS_IN_TEXT,
  OwnerLink,
  RelativeTime,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';
import { ClassCounts, Sentence, StatusNotes } from '../../components';
import { useServerLinks } from '../../useServerLinks';

/** A version that was published: whose, what it changed, and by whom. */
export const ChangeRow = ({ change }: { change: PublishedChange }) => {
  const { server, version } = change;
  const links = useServerLinks();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 0.5,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: 'minmax(0, 300px) minmax(0, 1fr)',
        },
        px: 2,
        py: 1.25,
        typography: 'body2',
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 'fontWeightBold' }}>
          <Link to={links.server(server)}>{server.title ?? server.name}</Link>{' '}
          <Link to={links.version(server, version)}>{version}</Link>{' '}
          {change.sample && <SampleMark short />}
        </Box>
        <Box sx={{ color: 'text.secondary', ...LINKS_IN_TEXT }}>
          <OwnerLink owner={server.owner} />
          {', '}
          <RelativeTime at={change.publishedAt} /> by{' '}
          <ActorName actor={change.publishedBy} />
        </Box>
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {change.base ? (
          <ClassCounts counts={change.counts} />
        ) : (
          'The first version that was published'
        )}
        {change.highlights.map(sentence => (
          <div key={sentence}>
            <Sentence text={sentence} />
          </div>
        ))}
        <StatusNotes of={server} version={change} />
      </Box>
    </Box>
  );
};
