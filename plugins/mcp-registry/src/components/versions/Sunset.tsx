import { shownDay } from '@mcp-portal/plugin-mcp-react';
import { sunsetWords } from './sunset';

/** The day after which a version may be gone, as people say it. */
export const Sunset = ({ day, now }: { day: string; now?: Date }) => (
  <time dateTime={day} title={shownDay(day)}>
    {sunsetWords(day, now ?? new Date())}
  </time>
);
