import Box from '@mui/material/Box';
import type { Forecast } from '@mcp-portal/plugin-mcp-cost-common';
import { counted, LevelWord } from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { shownMonth } from '../period';
import { Tile } from './Tile';

/** Below this many days of history a forecast is a guess. */
const DAYS_TO_KNOW = 7;

/** Where the month will end, and how sure that is. */
export const ForecastTile = ({ forecast }: { forecast?: Forecast }) => {
  if (forecast && forecast.daysOfHistory === 0) {
    return (
      <Tile
        title={`Forecast for ${shownMonth(forecast.month)}`}
        number={<Money unknown="Not known yet" />}
      >
        <Box sx={{ color: 'text.secondary' }}>
          It stands on the usage of days before, and there is none.
        </Box>
      </Tile>
    );
  }
  return forecast ? (
    <Tile
      title={`Forecast for ${shownMonth(forecast.month)}`}
      number={<Money nanos={forecast.expectedNanos} />}
    >
      <Box title="Eight of ten months end within.">
        Between <Money nanos={forecast.lowNanos} /> and{' '}
        <Money nanos={forecast.highNanos} />
      </Box>
      {forecast.daysOfHistory < DAYS_TO_KNOW && (
        <LevelWord level="unknown">
          A guess: it stands on {counted(forecast.daysOfHistory, 'day')}
        </LevelWord>
      )}
    </Tile>
  ) : (
    <Tile title="Forecast" number={<Money unknown="None" />}>
      <Box sx={{ color: 'text.secondary' }}>
        These days do not hold today; there is a forecast for this month only.
      </Box>
    </Tile>
  );
};
