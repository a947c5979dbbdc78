import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

const find = () => candidates.find((path) => path && existsSync(path)) ?? null

const succeeds = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/**
 * A Chromium to test in: the system's, else installed by apt (as root), else Playwright's own ('playwright'). Says
 * what it does; null when there is none to be had.
 */
export function ensureChromium(): string | null {
  const found = find()
  if (found) {
    console.log(`End-to-end tests run in ${found}.`)
    return found
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing it with apt-get.')
    const options = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
    if (succeeds('apt-get', ['update']) && succeeds('apt-get', options)) return find()
  }
  console.log('No Chromium found: installing Playwright’s own.')
  return succeeds('npx', ['playwright', 'install', 'chromium']) ? 'playwright' : null
}
