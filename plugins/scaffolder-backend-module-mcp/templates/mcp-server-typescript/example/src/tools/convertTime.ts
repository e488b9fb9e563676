import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

import { answer, ToolError } from './answer.js';
import type { ToolContext } from './ToolContext.js';

const inputSchema = z.strictObject({
  time: z
    .string()
    .min(1)
    .max(40)
    .describe(
      'The moment to convert: ISO 8601 with an offset from UTC, such as 2026-11-21T09:30:00+01:00, or with Z for UTC.',
    ),
  zones: z
    .array(z.string().min(1).max(64))
    .min(1)
    .max(10)
    .describe(
      'The time zones to convert it to, by their IANA names, such as ["Europe/Berlin", "Asia/Tokyo"].',
    ),
});

// Open, so that a field can be added without breaking whoever reads it.
const outputSchema = z.looseObject({
  utc: z.string().describe('The moment in UTC, such as 2026-11-21T08:30:00Z.'),
  times: z
    .array(
      z.looseObject({
        zone: z.string().describe('The time zone, as it was asked for.'),
        local: z
          .string()
          .describe('What clocks show there, such as 2026-11-21T17:30:00.'),
        offset: z
          .string()
          .describe('How far clocks there are from UTC, such as +09:00.'),
      }),
    )
    .describe('One for each time zone, in the order that they were asked for.'),
});

type Input = z.infer<typeof inputSchema>;
type Output = z.infer<typeof outputSchema>;

/** An example to copy: what goes in and out, what it may do, and how it fails. */
export function registerConvertTime(
  server: McpServer,
  context: ToolContext,
): void {
  server.registerTool(
    'convert_time',
    {
      title: 'Convert time',
      description:
        'Converts a moment to the local time of one or more time zones, daylight saving included. Use it before you tell people in other places when something happens.',
      inputSchema,
      outputSchema,
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    (input, request) => answer(context, request, () => convertTime(input)),
  );
}

const WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/i;

export function convertTime({ time, zones }: Input): Output {
  const moment = new Date(time);
  if (!WITH_OFFSET.test(time) || Number.isNaN(moment.getTime())) {
    throw new ToolError(
      `"${time}" is no moment. Give ISO 8601 with an offset from UTC, such as 2026-11-21T09:30:00+01:00.`,
    );
  }
  return {
    utc: `${moment.toISOString().slice(0, 19)}Z`,
    times: zones.map(zone => ({ zone, ...clockIn(zone, moment) })),
  };
}

function clockIn(zone: string, moment: Date) {
  const parts = formatterOf(zone).formatToParts(moment);
  const part = (wanted: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === wanted)?.value ?? '';
  const day = [part('year'), part('month'), part('day')].join('-');
  const time = [part('hour'), part('minute'), part('second')].join(':');
  // "GMT+09:00", and "GMT" where clocks show UTC.
  const offset = part('timeZoneName').slice('GMT'.length);
  return { local: `${day}T${time}`, offset: offset === '' ? '+00:00' : offset };
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    });
  } catch {
    throw new ToolError(unknownZone(zone));
  }
}

function unknownZone(zone: string): string {
  const place = zone.split('/').at(-1)?.replaceAll(' ', '_').toLowerCase();
  const meant = Intl.supportedValuesOf('timeZone').find(
    name => name.split('/').at(-1)?.toLowerCase() === place,
  );
  return `There is no time zone "${zone}". ${
    meant
      ? `Did you mean "${meant}"?`
      : 'Use an IANA name, such as "Europe/Berlin".'
  }`;
}
