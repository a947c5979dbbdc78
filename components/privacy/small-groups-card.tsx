'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Input } from '@/components/ui/input'
import { changeSmallGroup } from '@/lib/privacy/small-groups-actions'
import { smallGroupSchema } from '@/lib/privacy/small-groups-schema'
import { unwrap } from '@/lib/shared/action-result'

/** How many people a group must have to be described in figures. */
export function SmallGroupsCard({ smallGroup }: { smallGroup: number }) {
  const t = useTranslations('exports.smallGroups')
  const errorText = useErrorText()
  const router = useRouter()
  const [text, setText] = useState(String(smallGroup))
  const wanted = smallGroupSchema.safeParse({ smallGroup: text.trim() === '' ? null : Number(text) }).data
  const save = useMutation({
    mutationFn: async (input: { smallGroup: number }) => unwrap(await changeSmallGroup(input)),
    onSuccess: (_, { smallGroup: count }) => {
      toast.success(t('saved', { count }))
      router.refresh()
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (wanted) save.mutate(wanted)
  }
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <form onSubmit={submit} className="flex flex-col items-start gap-4">
          <HydratedFields>
            <Field label={t('label')} hint={t('hint')} error={wanted ? null : t('invalid')}>
              <Input
                inputMode="numeric"
                className="w-32"
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            </Field>
            {save.error ? <Alert tone="danger">{errorText(save.error)}</Alert> : null}
            <Button type="submit" disabled={!wanted} loading={save.isPending}>
              {t('save')}
            </Button>
          </HydratedFields>
        </form>
      </CardBody>
    </Card>
  )
}
