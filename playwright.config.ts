import { defineConfig, devices } from '@playwright/test'

// scripts/test.mjs starts the shop and names the browser.
const { TEST_BASE_URL = 'http://localhost:3000', CHROMIUM_PATH, E2E_REPORT } = process.env

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...(E2E_REPORT ? [['json', { outputFile: E2E_REPORT }] as const] : [])],
  use: {
    baseURL: TEST_BASE_URL,
    // A contrast measured halfway through a fade is nobody's.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: CHROMIUM_PATH, args: ['--no-sandbox', '--disable-background-networking'] },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testIgnore: '**/confirmation-types.spec.ts' },
    // What changes the whole shop's settings waits until everything else is done.
    { name: 'settings', use: { ...devices['Desktop Chrome'] }, testMatch: '**/confirmation-types.spec.ts', dependencies: ['desktop'] },
  ],
})
