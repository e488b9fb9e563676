// Drawn here and not taken from MUI: it is part of the plugin's first chunk,
// which must not load MUI (see plugin.tsx).

/** Bars that grow, on a coin's edge. */
export const CostsIcon = () => (
  <svg
    width="1em"
    height="1em"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <circle cx={12} cy={12} r={9} />
    <path d="M8 16v-3M12 16V8M16 16v-5" />
  </svg>
);
