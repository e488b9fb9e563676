import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import {
  ActorName,
  LINKS_IN_TEXT,
  RelativeTime,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';
import { useServerLinks } from '../../useServerLinks';
import { CLASS_LOOKS, FIRST_LOOK } from './changeClasses';
import { ClassCounts } from './ClassCounts';
import { Sentence } from './Sentence';
import { StatusNotes } from './StatusNotes';

const Mark = ({ label, title }: { label: string; title: string }) => (
  <Chip
    size="small"
    component="span"
    variant="outlined"
    label={label}
    title={title}
    sx={{ m: 0, height: 20 }}
  />
);

/** One version: what it changed, for whom that matters, and what became of it. */
export const TimelineEntry = (props: {
  of: { namespace: string; name: string };
  version: ServerVersion;
  last: boolean;
  /** What is around says already that it is sample data. */
  sampleSaid?: boolean;
}) => {
  const { of, version, last, sampleSaid } = props;
  const links = useServerLinks();
  const first = !version.base;
  const look = first ? FIRST_LOOK : CLASS_LOOKS[version.verdict];
  const Icon = look.icon;
  const deleted = version.status === 'deleted';
  return (
    <Box
      component="li"
      aria-label={`Version ${version.version}`}
      sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}
    >
      <Box
        aria-hidden
        sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}
      >
        <Icon
          sx={{ color: deleted ? 'text.disabled' : look.color, mt: 0.25 }}
        />
        {!last && (
          <Box sx={{ width: 2, flex: 1, bgcolor: 'divider', my: 0.5 }} />
        )}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, pb: last ? 0 : 2.5 }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1,
            rowGap: 0.5,
          }}
        >
          <Typography
            variant="subtitle1"
            component="span"
            sx={{
              fontWeight: 'fontWeightBold',
              overflowWrap: 'anywhere',
              textDecoration: deleted ? 'line-through' : undefined,
            }}
          >
            <Link to={links.version(of, version.version)}>
              {version.version}
            </Link>
          </Typography>
          {version.latest && (
            <Mark label="Latest" title="The newest active release" />
          )}
          {version.live && (
            <Mark label="Live" title="The running server offers exactly this" />
          )}
          {version.sample && !sampleSaid && <SampleMark short />}
          <Box
            sx={{
              ml: { sm: 'auto' },
              typography: 'body2',
              color: 'text.secondary',
              ...LINKS_IN_TEXT,
            }}
          >
            <RelativeTime at={version.publishedAt} /> by{' '}
            <ActorName actor={version.publishedBy} />
          </Box>
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1.5,
            typography: 'body2',
            mt: 0.25,
          }}
        >
          {first ? (
            'The first version that was published'
          ) : (
            <>
              <ClassCounts counts={version.counts} />
              <Box component="span" sx={{ color: 'text.secondary' }}>
                since {version.base}
              </Box>
            </>
          )}
        </Box>
        {version.highlights.length > 0 && (
          <Box
            component="ul"
            sx={{
              typography: 'body2',
              m: 0,
              mt: 0.5,
              pl: 2.5,
              maxWidth: '110ch',
            }}
          >
            {version.highlights.map(sentence => (
              <Box
                component="li"
                key={sentence}
                sx={{ overflowWrap: 'anywhere' }}
              >
                <Sentence text={sentence} />
              </Box>
            ))}
          </Box>
        )}
        <StatusNotes of={of} version={version} />
      </Box>
    </Box>
  );
};
