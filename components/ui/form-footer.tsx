import type { ReactNode } from 'react'
import { Button } from './button'
import { ButtonLink } from './button-link'
import { CardFooter } from './card'

export type FormFooterProps = {
  /** where one comes from */
  cancelHref: string
  cancel: ReactNode
  submit: ReactNode
  loading: boolean
}

/** The buttons of a long form, in sight however far it is scrolled (above the navigation of narrow screens). */
export function FormFooter({ cancelHref, cancel, submit, loading }: FormFooterProps) {
  return (
    <CardFooter className="sticky bottom-14 z-10 justify-end rounded-b-xl bg-surface lg:bottom-0">
      <ButtonLink variant="ghost" href={cancelHref}>
        {cancel}
      </ButtonLink>
      <Button type="submit" variant="primary" loading={loading}>
        {submit}
      </Button>
    </CardFooter>
  )
}
