import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), browsing-topics=()',
  },
]

// What is no page shows nothing and runs nothing, whatever it is taken for. Pages get their own policy in proxy.ts.
const nothingRuns = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
const https = { type: 'header', key: 'x-forwarded-proto', value: 'https(,.*)?' }

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // The native compiler (TypeScript 7) has no API for Next to call: `npm run types` checks instead.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@duckdb/node-api',
    '@libsql/client',
    'libsql',
    '@node-rs/argon2',
    '@prisma/schema-engine-wasm',
    'pg',
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    {
      source: '/:path*',
      has: [https],
      headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }],
    },
    { source: '/:path(api/.*|_next/static/.*|sample/.*|icon.svg|screenshot.png)', headers: [nothingRuns] },
  ],
}

export default withNextIntl(config)
