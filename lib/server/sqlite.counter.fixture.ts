import type { Database } from './database'

/** Reads, then writes, in as many parallel transactions as asked. */
export async function countUp(database: Database, times: number): Promise<void> {
  const once = () =>
    database.$transaction(
      async (transaction) => {
        const { name } = await transaction.workspace.findFirstOrThrow()
        await transaction.workspace.updateMany({ data: { name: String(Number(name) + 1) } })
      },
      { maxWait: 30_000, timeout: 30_000 },
    )
  await Promise.all(Array.from({ length: times }, once))
}
