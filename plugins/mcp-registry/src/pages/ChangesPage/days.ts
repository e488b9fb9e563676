import type { PublishedChange } from '@mcp-portal/plugin-mcp-registry-common';

/** What was published on one day, as the reader's clock has it. */
export interface ChangeDay {
  /** `Today`, `Yesterday`, `Thursday, 19 November 2026`. */
  title: string;
  changes: PublishedChange[];
}

/** Puts changes, which come newest first, under their days. */
export function changesByDay(
  changes: PublishedChange[],
  now: Date,
): ChangeDay[] {
  const days: ChangeDay[] = [];
  for (const change of changes) {
    const title = dayTitle(new Date(change.publishedAt), now);
    const last = days[days.length - 1];
    if (last?.title === title) {
      last.changes.push(change);
    } else {
      days.push({ title, changes: [change] });
    }
  }
  return days;
}

function dayTitle(at: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (at.toDateString() === now.toDateString()) {
    return 'Today';
  }
  if (at.toDateString() === yesterday.toDateString()) {
    return 'Yesterday';
  }
  return at.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
