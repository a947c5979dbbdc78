import { useTranslations } from 'next-intl'

/** The tables that the sample brand has. */
const sampleTables = ['customers', 'orders', 'products', 'reviews'] as const

/** The sample brand's files, to download. */
export function SampleLinks() {
  const t = useTranslations('data.tables')
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {sampleTables.map((table) => (
        <li key={table}>
          <a
            href={`/sample/${table}.csv`}
            download
            className="inline-block rounded-sm py-0.5 font-medium text-accent underline-offset-4 hover:underline"
          >
            {t(`${table}.name`)} ({table}.csv)
          </a>
        </li>
      ))}
    </ul>
  )
}
