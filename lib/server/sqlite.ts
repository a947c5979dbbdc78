import 'server-only'
import { type Client, type Config, createClient, type InStatement } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'

const otherProcessesMilliseconds = 5000

/** Hands out one turn at a time, first come, first served; the turn lasts until its `release` is called. */
function createTurns() {
  let last = Promise.resolve()
  return async (): Promise<() => void> => {
    const previous = last
    let release = () => {}
    last = new Promise((resolve) => {
      release = resolve
    })
    await previous
    return release
  }
}

const isRead = (statement: InStatement | string) =>
  /^\s*(SELECT|PRAGMA)/i.test(typeof statement === 'string' ? statement : statement.sql)

/**
 * One writer at a time in this process, so that libSQL's synchronous waiting for a lock only ever waits for another
 * process (waiting for itself would block the event loop for good). Transactions take the write lock when they begin:
 * a deferred one fails beyond repair when another process writes between its read and its write. A statement that
 * failed with SQLITE_BUSY would stay open and break the connection's next commit (libsql-js pull request 237).
 */
export class OneWriterLibSql extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = createClient({ ...config, timeout: otherProcessesMilliseconds })
    const takeTurn = createTurns()
    const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>
    const transaction = client.transaction.bind(client)
    return Object.assign(client, {
      async execute(statement: InStatement) {
        if (isRead(statement)) return execute(statement)
        const release = await takeTurn()
        return execute(statement).finally(release)
      },
      async transaction() {
        const release = await takeTurn()
        try {
          const begun = await transaction('write')
          const commit = begun.commit.bind(begun)
          const rollback = begun.rollback.bind(begun)
          return Object.assign(begun, {
            commit: () => commit().finally(release),
            rollback: () => rollback().finally(release),
          })
        } catch (error) {
          release()
          throw error
        }
      },
    })
  }
}
