// The product's mark: two points and the centre, joined by the arch of a bridge.

export const Emblem = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill="#a61c1c" />
    <path d="M8 25C9 9 27 9 28 25" fill="none" stroke="#fff" strokeWidth="2.6" />
    <g fill="#fff">
      <circle cx="8" cy="25" r="3.4" />
      <circle cx="28" cy="25" r="3.4" />
      <circle cx="18" cy="13" r="4.4" />
    </g>
  </svg>
)
