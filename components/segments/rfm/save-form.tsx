'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { finishNames } from '@/lib/rfm/edit-map'
import type { RfmMap } from '@/lib/rfm/rfm-map'
import { createSegmentation } from '@/lib/segments/actions'
import type { CreateSegmentation } from '@/lib/segments/settings-schema'
import { unwrap } from '@/lib/shared/action-result'

type SaveFormProps = { map: RfmMap; asOf: string; defaultName: string; disabled: boolean }

const longestName = 80

/** Makes segments of what is on the screen. */
export function SaveForm({ map, asOf, defaultName, disabled }: SaveFormProps) {
  const t = useTranslations('rfm.save')
  const router = useRouter()
  const errorText = useErrorText()
  const [typed, setTyped] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const name = typed ?? defaultName.slice(0, longestName)
  const finished = finishNames(map)
  const nameless = finished.segments.some((segment) => segment.name === '')
  const create = useMutation({
    mutationFn: async (input: CreateSegmentation) => unwrap(await createSegmentation(input)),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && !nameless) create.mutate({ kind: 'rfm', name, asOf, map: finished })
  }

  return (
    <form noValidate onSubmit={submit}>
      <Card>
        <CardHeader>
          <div>
            <CardTitle>{t('title')}</CardTitle>
            <CardDescription>{t('description')}</CardDescription>
          </div>
        </CardHeader>
        <CardBody className="flex flex-col gap-4">
          <div className="flex flex-wrap items-start gap-4">
            <Field
              label={t('name')}
              error={tried && name.trim() === '' ? t('nameError') : null}
              required
              className="w-full max-w-md"
            >
              <Input
                value={name}
                maxLength={longestName}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            <Button
              type="submit"
              variant="primary"
              className="sm:mt-6.5"
              disabled={disabled}
              loading={create.isPending || create.isSuccess}
            >
              {t('submit')}
            </Button>
          </div>
          {tried && nameless ? <Alert tone="danger">{t('segmentError')}</Alert> : null}
          {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
        </CardBody>
      </Card>
    </form>
  )
}
