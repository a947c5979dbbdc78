import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb, preparePrograms } from './prepare'

// npm start, npm run dev, npm run worker: makes what is missing, then hands over to dist/.
const mode = process.argv[2] ?? 'start'
await preparePrograms()
if (mode === 'start') buildWeb()

const program = join(process.cwd(), 'dist', mode === 'worker' ? 'worker.js' : 'serve.js')
const args = mode === 'dev' ? ['dev'] : []
const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
