'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { createSegmentation } from '@/lib/segments/actions'
import { unwrap } from '@/lib/shared/action-result'

export type SaveAudienceDialogProps = {
  recommenderId: string
  asOf: string
  product: { id: string; name: string }
  /** on whose lists it stands */
  customers: number
}

const longest = 80

/** Makes a segment of the customers that a product is recommended to. */
export function SaveAudienceDialog({ recommenderId, asOf, product, customers }: SaveAudienceDialogProps) {
  const t = useTranslations('recommendations.product')
  const router = useRouter()
  const errorText = useErrorText()
  const formats = useFormats()
  const formId = useId()
  const [name, setName] = useState(t('saveNameDefault', { product: product.name }).slice(0, longest))
  const [who, setWho] = useState('all')
  const [count, setCount] = useState(String(Math.min(customers, 100)))
  const most = who === 'all' ? null : Number(count)
  const isValid = name.trim() !== '' && (most === null || (Number.isInteger(most) && most > 0))
  const save = useMutation({
    mutationFn: async () =>
      unwrap(
        await createSegmentation({
          kind: 'audience',
          ...{ name, asOf, recommenderId, most },
          ...{ productId: product.id, product: product.name },
        }),
      ),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog onOpenChange={(open) => open && save.reset()}>
      <DialogTrigger asChild>
        <Button>{t('save')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('save')}
        description={t('saveDescription')}
        size="sm"
        footer={
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={save.isPending || save.isSuccess}
            disabled={!isValid}
          >
            {t('save')}
          </Button>
        }
      >
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <Field label={t('saveName')} required>
            <Input value={name} maxLength={longest} onChange={(event) => setName(event.target.value)} />
          </Field>
          <RadioGroup
            label={t('saveWho')}
            value={who}
            onValueChange={setWho}
            options={[
              { value: 'all', label: t('saveAll', { count: formats.integer(customers) }) },
              { value: 'most', label: t('saveMost') },
            ]}
          />
          {who === 'most' ? (
            <Field label={t('saveCount')} required>
              <Input
                type="number"
                min={1}
                max={customers}
                value={count}
                onChange={(event) => setCount(event.target.value)}
              />
            </Field>
          ) : null}
          {save.error ? <Alert tone="danger">{errorText(save.error)}</Alert> : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
