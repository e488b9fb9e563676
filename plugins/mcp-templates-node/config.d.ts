export interface Config {
  /**
   * What is made from the templates of the portal, and where it goes.
   * @visibility backend
   */
  mcpTemplates?: {
    /** Where new repositories are made. */
    repositories?: {
      /**
       * `local` keeps bare git repositories in a folder of the portal: for a
       * laptop, or to try things out.
       * @default local
       */
      type?: 'local' | 'github' | 'gitlab';

      /** Of `local`, which needs it: the folder, relative to where the backend runs. */
      directory?: string;

      /**
       * Of a code host: its name. It needs an integration of its own.
       * @default github.com or gitlab.com
       */
      host?: string;

      /**
       * Of a code host: the organisation or group that gets the repositories of
       * teams that `owners` does not name.
       */
      owner?: string;

      /** Of a code host: the organisation or group of a team, by its entity ref. */
      owners?: { [teamRef: string]: string };

      /**
       * Of a code host: who may read a new repository.
       * @default internal
       */
      visibility?: 'private' | 'internal' | 'public';
    };

    servers?: {
      /**
       * Where a new server will answer, with `{name}` for its name or `{port}`
       * for a free port of `ports`.
       * @default http://localhost:{port}/mcp
       */
      url?: string;

      /** @default 4100 to 4199 */
      ports?: { from?: number; to?: number };
    };

    authorization?: {
      /** The organisation's authorization server, which new servers refer to. */
      issuer?: string;
    };

    /**
     * Where the images of new servers go.
     * @default registry.example.com/mcp
     */
    imageRegistry?: string;

    /**
     * What `npx` takes to run `mcp-portal` in the CI of new servers.
     * @default @mcp-portal/cli
     */
    cliPackage?: string;
  };
}
