import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import type { ScorePage } from '@mcp-portal/plugin-mcp-registry-common';
import { counted, Section } from '@mcp-portal/plugin-mcp-react';

const SHOWN = 5;

/** What is broken most often; a click leaves only the servers that break it. */
export const BrokenList = (props: {
  broken: ScorePage['broken'];
  chosen?: string;
  onChoose: (convention: string | undefined) => void;
}) => {
  const { broken, chosen, onChoose } = props;
  const [all, setAll] = useState(false);
  const largest = Math.max(1, ...broken.map(one => one.servers));
  return (
    <Section title="Broken most often">
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.25 }}
      >
        {(all ? broken : broken.slice(0, SHOWN)).map(
          ({ convention, title, servers }) => (
            <li key={convention}>
              <ButtonBase
                aria-pressed={convention === chosen}
                onClick={() =>
                  onChoose(convention === chosen ? undefined : convention)
                }
                sx={{
                  display: 'grid',
                  gridTemplateColumns: 'minmax(0, 2fr) 12ch minmax(0, 3fr)',
                  gap: 2,
                  alignItems: 'center',
                  width: '100%',
                  px: 1,
                  py: 0.5,
                  borderRadius: 1,
                  typography: 'body2',
                  textAlign: 'left',
                  bgcolor:
                    convention === chosen ? 'action.selected' : undefined,
                  '&:hover': { bgcolor: 'action.hover' },
                  '&:focus-visible': {
                    outline: 2,
                    outlineColor: 'primary.main',
                  },
                }}
              >
                <div>{title}</div>
                <Box
                  sx={{
                    textAlign: 'right',
                    fontVariantNumeric: 'tabular-nums',
                  }}
                >
                  {counted(servers, 'server')}
                </Box>
                <Box
                  aria-hidden
                  sx={{
                    height: 8,
                    borderRadius: 1,
                    bgcolor: 'primary.main',
                    width: `${(servers / largest) * 100}%`,
                  }}
                />
              </ButtonBase>
            </li>
          ),
        )}
      </Box>
      {broken.length > SHOWN && (
        <Button
          size="small"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ textTransform: 'none', mt: 0.5 }}
        >
          {all ? 'Show fewer' : `Show ${broken.length - SHOWN} more`}
        </Button>
      )}
    </Section>
  );
};
