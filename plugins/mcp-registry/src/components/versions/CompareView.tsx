import { useSearchParams } from 'react-router-dom';
import SwapHorizIcon from '@mui/icons-material/SwapHoriz';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Link } from '@backstage/core-components';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { LoadProblem, Section } from '@mcp-portal/plugin-mcp-react';
import { useComparison, useVersions } from '../../api';
import { useServerLinks } from '../../useServerLinks';
import { BlastRadiusList, breaksWords } from './BlastRadiusList';
import { ChangesBrowser } from './ChangesBrowser';
import { ClassCounts } from './ClassCounts';
import { countClasses } from './countClasses';
import { comparisonWords, contractName } from './comparisonWords';
import { VersionSelect } from './VersionSelect';
import { VersionsSkeleton } from './VersionsSkeleton';

const NEWEST = { limit: 100 };

/** Any two of a server's contracts; which ones is in the address. */
export const CompareView = (props: {
  server: ServerDetail;
  revision?: string;
}) => {
  const { server, revision } = props;
  const links = useServerLinks();
  const [params, setParams] = useSearchParams();
  const versions = useVersions(server.ref, NEWEST, revision);
  const newest = versions.value?.items[0]?.version ?? server.version ?? '';
  const from = params.get('from') || newest;
  const to = params.get('to') || 'live';
  const { value, error, loading, reload } = useComparison(
    server.ref,
    { from, to },
    revision,
  );
  const compare = (changes: { from?: string; to?: string }) =>
    setParams(
      last => {
        const next = new URLSearchParams(last);
        next.set('from', changes.from ?? from);
        next.set('to', changes.to ?? to);
        next.delete('item');
        return next;
      },
      { replace: true },
    );
  const names = versions.value?.items.map(one => one.version) ?? [];
  return (
    <>
      <Box sx={{ typography: 'body2', mb: 1.5 }}>
        ← <Link to={links.versions(server)}>All versions</Link>
      </Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <VersionSelect
          label="From"
          value={from}
          versions={names}
          live={Boolean(server.seen)}
          onChange={next => compare({ from: next })}
        />
        <Tooltip title="Swap the two">
          <IconButton
            aria-label="Swap the two"
            onClick={() => compare({ from: to, to: from })}
          >
            <SwapHorizIcon />
          </IconButton>
        </Tooltip>
        <VersionSelect
          label="To"
          value={to}
          versions={names}
          live={Boolean(server.seen)}
          onChange={next => compare({ to: next })}
        />
      </Box>
      {error && (
        <LoadProblem what="The comparison" error={error} onRetry={reload} />
      )}
      {!value && loading && <VersionsSkeleton label="Comparing" />}
      {value && (
        <>
          <Typography variant="h6" component="p" sx={{ m: 0, mt: 2 }}>
            {comparisonWords(value)}
          </Typography>
          <Box sx={{ typography: 'body2', mt: 0.5 }}>
            <ClassCounts counts={countClasses(value.diff.changes)} />
          </Box>
          {value.breaks.total > 0 && (
            <Section title="Who breaks">
              <Typography variant="body2" component="p" sx={{ m: 0, mb: 1 }}>
                {breaksWords(value.breaks)}
              </Typography>
              <BlastRadiusList breaks={value.breaks} />
            </Section>
          )}
          <ChangesBrowser
            changes={value.diff.changes}
            before={value.from.contract}
            after={value.to.contract}
            beforeName={contractName(value.from)}
            afterName={contractName(value.to)}
          />
        </>
      )}
    </>
  );
};
