import { readdirSync, readFileSync } from 'node:fs'

const found = new Map<number, string>()

function isWebServer(pid: string, port: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PORT=${port}\0`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('next-server')
      : false
  } catch {
    return false
  }
}

/** The memory of the process that serves pages, now and at its highest so far, in megabytes; from Linux's /proc. */
export function readWebMemory(port: number): { resident: number; highest: number } {
  const pid =
    found.get(port) ?? readdirSync('/proc').find((name) => /^\d+$/.test(name) && isWebServer(name, port))
  if (!pid) throw new Error(`No web server at port ${port}`)
  found.set(port, pid)
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1000
  return { resident: megabytes('VmRSS'), highest: megabytes('VmHWM') }
}
