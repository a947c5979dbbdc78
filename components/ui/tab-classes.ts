export const tabListClasses = 'flex gap-1 overflow-x-auto border-b border-border'

export const tabClasses =
  '-mb-px inline-flex h-10 shrink-0 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:text-text -outline-offset-2 disabled:opacity-50'
