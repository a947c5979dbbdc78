'use client'

import { CircleUserRound, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { signOut } from '@/lib/accounts/client'

export type UserMenuProps = { user: { name: string; email: string }; role: 'owner' | 'analyst' | 'viewer' }

export function UserMenu({ user, role }: UserMenuProps) {
  const t = useTranslations('shell')
  const leave = async () => {
    await signOut()
    // A full load, so that nothing of the signed-in pages stays in memory.
    window.location.assign('/sign-in')
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={user.name}>
          <CircleUserRound aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>
          <span className="block text-sm text-text">{user.name}</span>
          <span className="block font-normal">{user.email}</span>
          <span className="block font-normal">{t(`roles.${role}`)}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={leave}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
