/** The beginning of a snapshot's name; the whole of it on hover. */
export const ShortHash = ({ sha256 }: { sha256: string }) => (
  <code title={sha256}>{sha256.slice(0, 12)}</code>
);
