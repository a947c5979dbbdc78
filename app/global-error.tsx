'use client'

import './globals.css'

// The last resort: providers and messages may be what failed, so both languages stand here.
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-3 px-4">
          <h1 className="text-xl font-semibold">Something went wrong · 出了点问题</h1>
          <p className="text-muted">
            Nothing was lost. Please try again. <span lang="zh-CN">数据没有丢失，请重试。</span>
          </p>
          {error.digest ? <code className="text-sm select-all">{error.digest}</code> : null}
          <button type="button" className="rounded-lg border border-border-strong px-4 py-2" onClick={reset}>
            Try again · 重试
          </button>
        </main>
      </body>
    </html>
  )
}
