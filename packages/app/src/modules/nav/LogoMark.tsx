/** A hub with three spokes: one place that many servers meet in. */
export const LogoMark = () => (
  <svg
    width={24}
    height={24}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    aria-hidden="true"
  >
    <circle cx={12} cy={12} r={3} fill="currentColor" />
    <path d="M12 9V5.5M9.4 13.5l-3 1.75M14.6 13.5l3 1.75" />
    <circle cx={12} cy={3.5} r={2} />
    <circle cx={4.6} cy={16.25} r={2} />
    <circle cx={19.4} cy={16.25} r={2} />
  </svg>
);
