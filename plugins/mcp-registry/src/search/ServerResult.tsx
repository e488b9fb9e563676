import type { ReactElement } from 'react';
import { Link } from '@backstage/core-components';
import type { SearchDocument } from '@backstage/plugin-search-common';
import { useSearch } from '@backstage/plugin-search-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { TRUST_LEVELS } from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  counted,
  Highlighted,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';
import { TrustWord } from '../components';
import { readServerDocument } from './ServerDocument';

const TOOLS_SHOWN = 5;

const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

/** A server among the results of Backstage's own search. */
export const ServerResult = (props: {
  result?: SearchDocument;
  icon?: ReactElement;
}) => {
  const { term } = useSearch();
  if (!props.result) {
    return null;
  }
  const server = readServerDocument(props.result);
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  const isMatch = (tool: string) =>
    words.some(word => tool.toLowerCase().includes(word));
  const tools = [...server.tools].sort(
    (a, b) => Number(isMatch(b)) - Number(isMatch(a)),
  );
  const trust = TRUST_LEVELS.find(level => level === server.trust);
  return (
    <Box sx={{ display: 'flex', gap: 2, py: 1, minWidth: 0 }}>
      <Box sx={{ color: 'text.secondary', pt: 0.5 }}>{props.icon}</Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Typography variant="h6" component="span" sx={{ m: 0 }}>
            <Link noTrack to={server.location}>
              <Highlighted text={server.title} search={term} />
            </Link>
          </Typography>
          {server.sample && <SampleMark short />}
        </Box>
        <Typography variant="body2" component="div" sx={TWO_LINES}>
          <Highlighted
            text={server.purpose || 'No description'}
            search={term}
          />
        </Typography>
        <Typography
          variant="body2"
          component="div"
          sx={{
            color: 'text.secondary',
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
          }}
        >
          <span>Owner: {server.owner}</span>
          <span>{capitalised(server.lifecycle)}</span>
          {trust && <TrustWord trust={trust} />}
        </Typography>
        {tools.length > 0 && (
          <Typography
            variant="body2"
            component="div"
            sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            Tools:{' '}
            {tools.slice(0, TOOLS_SHOWN).map((tool, index) => (
              <span key={tool}>
                {index > 0 && ', '}
                <Link
                  noTrack
                  to={`${server.location}/contract?tool=${encodeURIComponent(
                    tool,
                  )}`}
                >
                  <Highlighted text={tool} search={term} />
                </Link>
              </span>
            ))}
            {tools.length > TOOLS_SHOWN &&
              ` and ${counted(tools.length - TOOLS_SHOWN, 'more tool')}`}
          </Typography>
        )}
      </Box>
    </Box>
  );
};
