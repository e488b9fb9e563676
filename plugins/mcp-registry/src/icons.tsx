// Drawn here and not taken from MUI: they are part of the plugin's first
// chunk, which must not load MUI (see plugin.tsx).

const frame = {
  width: '1em',
  height: '1em',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const;

/** `size` in pixels; else as large as the text around it. */
export const ServersIcon = ({ size }: { size?: number }) => (
  <svg {...frame} {...(size ? { width: size, height: size } : {})}>
    <rect x={3} y={4} width={18} height={7} rx={2} />
    <rect x={3} y={13} width={18} height={7} rx={2} />
    <path d="M7 7.5h.01M7 16.5h.01M11 7.5h6M11 16.5h6" />
  </svg>
);

export const AgentsIcon = () => (
  <svg {...frame}>
    <rect x={4} y={8} width={16} height={11} rx={3} />
    <path d="M12 8V4.5M9 13v1M15 13v1M2 13v2M22 13v2" />
    <circle cx={12} cy={3.5} r={1} />
  </svg>
);

export const ChangesIcon = () => (
  <svg {...frame}>
    <circle cx={6} cy={5} r={2} />
    <circle cx={6} cy={19} r={2} />
    <circle cx={18} cy={9} r={2} />
    <path d="M6 7v10M18 11c0 4-6 3-10.5 6" />
  </svg>
);

export const ConventionsIcon = () => (
  <svg {...frame}>
    <path d="M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6.5h8M12 12.5h8M12 18.5h8" />
  </svg>
);
