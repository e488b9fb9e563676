/** A service key that may publish. */
export interface PublishingKey {
  id: string;
  /** Entity ref of the team that it belongs to. */
  teamRef: string;
}

/** Knows teams' service keys by their secrets. */
export interface KeyVerifier {
  /**
   * @throws AuthenticationError when it is none, or works no more
   * @throws NotAllowedError when it is not for publishing
   * @throws ServiceUnavailableError when nobody can tell at the moment
   */
  verify(secret: string): Promise<PublishingKey>;
}
