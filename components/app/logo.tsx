/** The product's mark and name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-base font-semibold tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 text-accent" fill="currentColor">
        <circle cx="8.5" cy="8" r="4.5" />
        <circle cx="17" cy="11.5" r="3" opacity="0.7" />
        <circle cx="10" cy="18" r="3.5" opacity="0.45" />
      </svg>
      Personae
    </span>
  )
}
