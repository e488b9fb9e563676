import { Link, MarkdownContent } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  ActorName,
  EmptyNote,
  LINKS_IN_TEXT,
  LoadProblem,
  counted,
  RelativeTime,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useVersion } from '../../api';
import { useServerLinks } from '../../useServerLinks';
import { ShortHash } from '../ShortHash';
import { ChangesBrowser } from './ChangesBrowser';
import { ClassCounts } from './ClassCounts';
import { StatusNotes } from './StatusNotes';
import { VersionActions } from './VersionActions';
import { safetyWords } from './versionAnswer';
import { VersionsSkeleton } from './VersionsSkeleton';
import { WhoBreaks } from './WhoBreaks';

/** One version: is it safe, what changed, and what became of it. */
export const VersionView = (props: {
  server: ServerDetail;
  name: string;
  revision?: string;
  onChanged: () => void;
}) => {
  const { server, name, revision, onChanged } = props;
  const links = useServerLinks();
  const { value, error, loading, reload } = useVersion(
    server.ref,
    name,
    revision,
  );
  const all = <Link to={links.versions(server)}>All versions</Link>;
  if (error?.name === 'NotFoundError' && !value) {
    return (
      <EmptyNote title={`No version ${name}`} action={all}>
        It was never published.
      </EmptyNote>
    );
  }
  return (
    <>
      {error && (
        <LoadProblem
          what="The version"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <VersionsSkeleton label="Loading the version" />}
      {value && (
        <>
          <Box sx={{ typography: 'body2', mb: 1 }}>← {all}</Box>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              justifyContent: 'space-between',
              gap: 2,
            }}
          >
            <Box sx={{ minWidth: 0, flex: '1 1 360px' }}>
              <Box
                sx={{
                  display: 'flex',
                  flexWrap: 'wrap',
                  gap: 1,
                  alignItems: 'center',
                }}
              >
                <Typography
                  variant="h5"
                  component="h3"
                  sx={{ m: 0, overflowWrap: 'anywhere' }}
                >
                  {value.version}
                </Typography>
                {value.latest && (
                  <Chip size="small" label="Latest" sx={{ m: 0 }} />
                )}
                {value.live && <Chip size="small" label="Live" sx={{ m: 0 }} />}
              </Box>
              <Typography variant="body1" component="p" sx={{ m: 0 }}>
                {safetyWords(value)}
              </Typography>
              <Box sx={{ typography: 'body2', mt: 0.5 }}>
                {value.base && <ClassCounts counts={value.counts} />}
              </Box>
              <Typography
                variant="body2"
                component="p"
                sx={{
                  m: 0,
                  mt: 0.5,
                  color: 'text.secondary',
                  ...LINKS_IN_TEXT,
                }}
              >
                Published <RelativeTime at={value.publishedAt} /> by{' '}
                <ActorName actor={value.publishedBy} />
                {value.base && (
                  <>
                    , compared with{' '}
                    <Link to={links.version(server, value.base)}>
                      {value.base}
                    </Link>
                  </>
                )}
                . {counted(value.tools, 'tool')}, snapshot{' '}
                <ShortHash sha256={value.snapshot} />.{' '}
                <Link to={links.compare(server, value.version, 'live')}>
                  Compare with another
                </Link>
              </Typography>
              <StatusNotes of={server} version={value} />
            </Box>
            <Box sx={{ flexShrink: 0 }}>
              <VersionActions
                server={server}
                version={value}
                onChanged={onChanged}
              />
            </Box>
          </Box>
          {value.changelog && (
            <Section title="What its publisher says">
              <MarkdownContent content={value.changelog} />
            </Section>
          )}
          {value.base && value.counts.breaking > 0 && (
            <WhoBreaks
              serverRef={server.ref}
              from={value.base}
              to={value.version}
            />
          )}
          {value.base && (
            <ChangesBrowser
              changes={value.changes}
              before={value.baseContract}
              after={value.contract}
              beforeName={value.base}
              afterName={value.version}
            />
          )}
        </>
      )}
    </>
  );
};
