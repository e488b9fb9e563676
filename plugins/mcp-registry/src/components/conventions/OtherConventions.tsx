import Box from '@mui/material/Box';
import type { ConventionReport } from '@mcp-portal/mcp-contract';
import { LevelWord, shownNumber, Section } from '@mcp-portal/plugin-mcp-react';

/** Conventions that want nothing from anybody: those kept, and those skipped. */
export const OtherConventions = (props: {
  title: string;
  conventions: ConventionReport['conventions'];
}) =>
  props.conventions.length === 0 ? null : (
    <Section title={props.title}>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 0.75,
          typography: 'body2',
        }}
      >
        {props.conventions.map(({ id, title, outcome, checked, reason }) => (
          <li key={id}>
            <LevelWord level={outcome === 'kept' ? 'good' : 'unknown'}>
              <span>
                {title}
                <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
                  {outcome === 'kept'
                    ? `${shownNumber(checked)} checked`
                    : reason}
                </Box>
              </span>
            </LevelWord>
          </li>
        ))}
      </Box>
    </Section>
  );
