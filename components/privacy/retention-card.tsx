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
import { previewRetention, saveRetention } from '@/lib/privacy/retention-actions'
import { type Retention, retentionKinds, retentionSchema } from '@/lib/privacy/retention-schema'
import { unwrap } from '@/lib/shared/action-result'

type Texts = Record<string, string>

const readMonths = (text: string) => (text.trim() === '' ? null : Number(text))

/** How many months each kind of record is kept, with what would go now. */
export function RetentionCard({ retention }: { retention: Retention }) {
  const t = useTranslations('privacy.retention')
  const errorText = useErrorText()
  const router = useRouter()
  const [texts, setTexts] = useState<Texts>(
    Object.fromEntries(retentionKinds.map((kind) => [kind, retention[kind] ? String(retention[kind]) : ''])),
  )
  const entries = retentionKinds.map((kind) => [kind, readMonths(texts[kind] ?? '')] as const)
  const wanted = retentionSchema.safeParse(Object.fromEntries(entries)).data
  const preview = useMutation({
    mutationFn: async (input: { retention: Retention }) => unwrap(await previewRetention(input)),
  })
  const save = useMutation({
    mutationFn: async (input: { retention: Retention }) => unwrap(await saveRetention(input)),
    onSuccess: () => {
      toast.success(t('saved'))
      router.refresh()
    },
  })
  const isWrong = (months: number | null) => !retentionSchema.safeParse({ orders: months }).success
  function change(kind: string, text: string) {
    setTexts({ ...texts, [kind]: text })
    preview.reset()
    save.reset()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!wanted) return
    if (preview.data) save.mutate({ retention: wanted })
    else preview.mutate({ retention: wanted })
  }
  const goes = Object.entries(preview.data ?? {}) as [(typeof retentionKinds)[number], number][]
  const failure = preview.error ?? save.error
  return (
    <Card id="retention">
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          <HydratedFields>
            <div className="grid gap-4 sm:grid-cols-2">
              {entries.map(([kind, months]) => (
                <Field
                  key={kind}
                  label={t(`kinds.${kind}`)}
                  hint={t(`hints.${kind}`)}
                  error={isWrong(months) ? t('invalid') : null}
                >
                  <Input
                    inputMode="numeric"
                    placeholder={t('forever')}
                    value={texts[kind] ?? ''}
                    onChange={({ target }) => change(kind, target.value)}
                  />
                </Field>
              ))}
            </div>
            {preview.data ? (
              <div role="status" className="rounded-lg bg-subtle px-4 py-3 text-sm">
                <p className="font-medium">{t('preview')}</p>
                <ul className="mt-1 list-disc pl-5">
                  {goes.length === 0 ? <li>{t('nothing')}</li> : null}
                  {goes.map(([kind, count]) => (
                    <li key={kind}>{t('goes', { kind: t(`kinds.${kind}`), count })}</li>
                  ))}
                </ul>
              </div>
            ) : null}
            {failure ? <Alert tone="danger">{errorText(failure)}</Alert> : null}
            <div>
              <Button
                type="submit"
                variant={preview.data ? 'primary' : 'secondary'}
                disabled={!wanted}
                loading={preview.isPending || save.isPending}
              >
                {t(preview.data ? 'save' : 'see')}
              </Button>
            </div>
          </HydratedFields>
        </form>
      </CardBody>
    </Card>
  )
}
