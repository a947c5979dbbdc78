'use client'

import { Languages } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { chooseLanguage } from '@/lib/accounts/actions'
import { languageNames } from './language-names'

export function LanguageSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const choose = (language: string) =>
    startTransition(async () => {
      await chooseLanguage({ language })
      router.refresh()
    })
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t('language')} loading={pending}>
          <Languages aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuRadioGroup value={locale} onValueChange={choose}>
          {languageNames.map(({ value, name }) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {name}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
