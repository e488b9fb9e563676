/** Bare git repositories that the portal keeps itself. @public */
export interface LocalHostSettings {
  type: 'local';
  /** Absolute path of the folder. */
  directory: string;
}

/** A code host, and who gets the repositories there. @public */
export interface CodeHostSettings {
  type: 'github' | 'gitlab';
  host: string;
  /** Gets the repositories of the teams that `owners` does not name. */
  owner: string;
  /** Organisation or group by the complete entity ref of a team. */
  owners: { [teamRef: string]: string };
  visibility: 'private' | 'internal' | 'public';
}

/**
 * What the operator decided for everything that is made from templates, with
 * the defaults filled in.
 * @public
 */
export interface OperatorSettings {
  repositories: LocalHostSettings | CodeHostSettings;
  servers: {
    /** Holds `{name}` or `{port}`. */
    url: string;
    /** The first and the last port that a new server may get. */
    ports: { from: number; to: number };
  };
  authorization?: { issuer: string };
  imageRegistry: string;
  cliPackage: string;
}
