/** Shared look of text inputs, text areas and selects. 16 px on phones keeps iOS from zooming in. */
export const inputClasses =
  'w-full rounded-lg border border-border-strong bg-surface px-3 text-base text-text sm:text-sm placeholder:text-muted ' +
  'transition-colors hover:border-text/45 disabled:cursor-not-allowed disabled:bg-subtle disabled:opacity-60 ' +
  'aria-invalid:border-danger aria-invalid:hover:border-danger'
