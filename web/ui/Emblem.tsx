// The product's mark: a bridge and the point above it.

export const Emblem = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#a61c1c" />
    <path
      d="M4.5 22.5h23M10 22.5V10M22 22.5V10M4.5 17.5Q9 16 10 10M27.5 17.5Q23 16 22 10M10 10Q11.5 18.5 16 18.5T22 10"
      fill="none"
      stroke="#fff"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle cx="16" cy="10" r="2.4" fill="#fff" />
  </svg>
)
