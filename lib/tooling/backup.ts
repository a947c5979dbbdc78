import { backUp } from '@/lib/jobs/back-up'
import { readEnv } from '@/lib/server/env'

// npm run backup -- <folder>: a copy of the installation while it runs. Ends with code 1 when there is none, or files
// that the database names are not to be found in the installation itself.
const [target] = process.argv.slice(2)
if (!target) {
  console.error('Say where to: npm run backup -- <folder>')
  process.exit(1)
}
try {
  const { files, bytes, missing } = await backUp(readEnv(), target)
  console.log(`${target}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB. SHA256SUMS lists them.`)
  for (const file of missing) console.error(`Not in the installation, though its database names it: ${file}`)
  process.exitCode = missing.length > 0 ? 1 : 0
} catch (error) {
  console.error(`No back-up was made: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
