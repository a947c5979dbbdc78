import { useTranslations } from 'next-intl'

/** Names a column of a file by its header, or by its position when the header is empty. */
export function useColumnName(headers: readonly string[]): (position: number) => string {
  const t = useTranslations('data.mapping')
  return (position) => headers[position]?.trim() || t('unnamed', { position: position + 1 })
}
