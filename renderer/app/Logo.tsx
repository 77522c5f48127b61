/** The product's sign: three steps, one after the other. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#4f46e5" />
      <path
        d="M9.5 8.5h6a2 2 0 0 1 2 2v3a2.5 2.5 0 0 1-2.5 2.5 2.5 2.5 0 0 0-2.5 2.5v3a2 2 0 0 0 2 2h8"
        fill="none"
        stroke="#c7d2fe"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <rect x="6" y="6" width="6" height="5" rx="1.6" fill="#fff" />
      <rect x="13" y="13.5" width="6" height="5" rx="1.6" fill="#a5b4fc" />
      <rect x="20" y="21" width="6" height="5" rx="1.6" fill="#fff" />
    </svg>
  );
}
