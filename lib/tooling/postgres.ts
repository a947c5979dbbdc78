import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

function findBinaries(): string | null {
  if (!existsSync(debianFolder)) return null
  const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
  const folders = versions.map((version) => join(debianFolder, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

// The server refuses to run as root, so root hands it to Debian's postgres user.
function findUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Whether a cluster can be started here. */
export const hasPostgres = (): boolean => findBinaries() !== null

export type PrivatePostgres = { url: string; stop: () => void }

/** Starts a throw-away cluster in a temporary folder on a free loopback port; null where PostgreSQL is not installed. */
export async function startPrivatePostgres(): Promise<PrivatePostgres | null> {
  const binaries = findBinaries()
  if (!binaries) return null
  const user = findUser()
  const folder = mkdtempSync(join(tmpdir(), 'personae-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, args: string[]) =>
    execFileSync(join(binaries, program), args, { ...(user ?? {}), cwd: folder, stdio: 'ignore' })
  const data = join(folder, 'data')
  const port = await findFreePort()
  run('initdb', ['-D', data, '-U', 'personae', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off`
  run('pg_ctl', ['-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start'])
  const stop = () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgresql://personae@127.0.0.1:${port}/postgres`, stop }
}
