// The product's mark: an arched bridge and the point above it.

export const Emblem = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill="#a61c1c" />
    <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
      <path d="M5 27h26M7 27c3-12 19-12 22 0M13 27v-7M18 27v-9M23 27v-7" />
    </g>
    <circle cx="18" cy="10" r="3" fill="#fff" />
  </svg>
)
