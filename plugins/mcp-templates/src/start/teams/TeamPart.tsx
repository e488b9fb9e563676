import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import {
  LevelWord,
  LINKS_IN_TEXT,
  type Loaded,
} from '@mcp-portal/plugin-mcp-react';

/**
 * One thing that a team has. Each part hangs on an answer of its own, so that
 * what fails takes nothing else with it.
 */
export function TeamPart<T>(props: {
  /** `Servers` */
  name: string;
  loaded: Loaded<T>;
  children: (value: T) => ReactNode;
}) {
  const { name, loaded, children } = props;
  const { value, error, loading, reload } = loaded;
  return (
    <Box sx={{ display: 'flex', gap: 1, minWidth: 0 }}>
      <Box
        component="dt"
        sx={{ width: 64, flexShrink: 0, color: 'text.secondary' }}
      >
        {name}
      </Box>
      <Box
        component="dd"
        sx={{
          m: 0,
          minWidth: 0,
          flex: 1,
          overflowWrap: 'anywhere',
          ...LINKS_IN_TEXT,
        }}
      >
        {error?.name === 'NotAllowedError' && 'You may not see this'}
        {error && error.name !== 'NotAllowedError' && (
          <>
            <LevelWord level="unknown">
              Could not be loaded{value !== undefined && ' again'}:{' '}
              {error.message}
            </LevelWord>
            <Button
              size="small"
              onClick={reload}
              aria-label={`Try again: ${name}`}
              sx={{ display: 'block', p: 0 }}
            >
              Try again
            </Button>
          </>
        )}
        {value === undefined && loading && !error && (
          <Skeleton role="status" aria-label={`Loading: ${name}`} width="60%" />
        )}
        {value !== undefined && children(value)}
      </Box>
    </Box>
  );
}
