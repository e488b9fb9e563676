/** How bills are tied to the catalog. */
export interface FocusOptions {
  /** The keys of the tags that tell whose a charge is. */
  tags: { team: string; server: string; agent: string; environment: string };
  /** Team refs by `SubAccountId`. */
  subAccounts: ReadonlyMap<string, string>;
  /** Who pays what can't be tied; empty: nobody, and only who sees all sees it. */
  unattributedTeam: string;
}
