import type { NotificationPayload } from '@backstage/plugin-notifications-common';

/** Whom to tell; who they are is looked up when it is told. */
export interface NoticeRecipients {
  /** Refs of people. */
  people?: readonly string[];
  /** The people who are in these teams themselves, not in those below. */
  membersOf?: readonly string[];
  /** The people who decide on the budget of this team. */
  decidersOf?: string;
  /** Who knows already. */
  except?: string;
}

/**
 * Something to be told to people. Backstage knows notifications by their scope:
 * a notice with the same scope takes the place of the one before.
 */
export interface Notice {
  /** At most 200 characters. */
  scope: string;
  recipients: NoticeRecipients;
  payload: Pick<
    NotificationPayload,
    'title' | 'description' | 'link' | 'severity' | 'topic'
  >;
}
