// Drawn here and not taken from MUI: the plugin's first chunk must not load MUI
// (see plugin.tsx).

export const RepositoryIcon = () => (
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
    <path d="M6 3h13v14H7a2 2 0 0 0-2 2V5a2 2 0 0 1 2-2zM5 19a2 2 0 0 0 2 2h12v-4M9 7h6" />
  </svg>
);
