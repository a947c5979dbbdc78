import { build, type Plugin } from 'esbuild'

// 'server-only' throws outside of Next's server bundle; here everything is server.
const serverOnly: Plugin = {
  name: 'server-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  },
}

/** Bundles the programs that run outside of Next into dist/; packages stay in node_modules. */
export async function bundlePrograms(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      serve: 'lib/server/serve.ts',
      'follow-parent': 'lib/server/follow-parent.ts',
      worker: 'lib/jobs/worker.ts',
      'job-process': 'lib/jobs/job-process.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    plugins: [serverOnly],
    logLevel: 'warning',
  })
}
