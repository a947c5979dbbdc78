import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

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
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default withNextIntl(config)
