import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH
// the browsers of two tests would leave the products' jobs next to nothing
process.env.JOB_NICENESS ??= '0'

// The test command builds the product and names the browser; each spec file starts a product of its own.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // two browsers and two products share the machine's cores
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
})
