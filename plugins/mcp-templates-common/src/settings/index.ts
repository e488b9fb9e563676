/**
 * Where new repositories are made: bare git repositories of the portal itself,
 * which need no account anywhere, or a code host.
 * @public
 */
export const REPOSITORY_HOSTS = ['local', 'github', 'gitlab'] as const;

/** @public */
export type RepositoryHost = (typeof REPOSITORY_HOSTS)[number];

/**
 * What the operator decided for everything that templates make, as far as the
 * forms show it.
 * @public
 */
export interface TemplateSettings {
  repositories: {
    type: RepositoryHost;
    /** The code host's name, for example `github.com`; absent for `local`. */
    host?: string;
  };
  servers: {
    /** Where a server will answer; holds `{name}` or `{port}`. */
    url: string;
  };
  /** The organisation's authorization server, where one is named. */
  authorization?: { issuer: string };
}
