import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const source = 'lib/clustering/kernel/kernel.as'
const result = 'lib/generated/kmeans-kernel.wasm'
/** 64 KB each: 2 GB, read by pointers of 32 bits */
const memoryPages = 32768

// Compiles the k-means kernel (AssemblyScript) to WebAssembly with SIMD and shared memory.
const root = process.cwd()
const options = [
  ['--outFile', 'kernel.wasm', '--runtime', 'stub', '--use', 'abort=', '--noAssert', '--optimizeLevel', '3'],
  ['--shrinkLevel', '0', '--converge', '--enable', 'simd,threads', '--importMemory', '--sharedMemory'],
  ['--noExportMemory', '--initialMemory', '1', '--maximumMemory', String(memoryPages)],
]
const built: Uint8Array[] = []
const { error, stderr } = await asc.main(['kernel.ts', ...options.flat()], {
  readFile: (name) => (name === 'kernel.ts' ? readFileSync(join(root, source), 'utf8') : null),
  writeFile: (_, contents) => void (typeof contents !== 'string' && built.push(contents)),
  listFiles: () => [],
})
if (error || !built[0]) throw new Error(`The k-means kernel was not built: ${error?.message}\n${stderr}`)
mkdirSync(join(root, 'lib/generated'), { recursive: true })
writeFileSync(join(root, `${result}.new`), built[0])
renameSync(join(root, `${result}.new`), join(root, result))
console.log(`K-means kernel built: ${built[0].length} bytes`)
