/** The client in a browser that is there: the checks of every runtime, bundled, in headless Chromium. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'
import { root } from '../compiler.js'

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file))
if (!executablePath) console.log('chromium: absent, so the client is not run in a browser (apt-get install chromium)')

/** The server that answers by name; a plain script, since other runtimes run it too. */
interface Answering {
  readonly baseUrl: string
  readonly say: (name: string) => Promise<void>
  readonly seen: () => Promise<readonly unknown[]>
  readonly stop: () => void
}
type Start = (files: Readonly<Record<string, { readonly type: string; readonly content: string }>>) => Promise<Answering>

it.skipIf(!executablePath)('the client passes in Chromium what it passes elsewhere', async () => {
  const bundle = await rolldown({ input: path.join(root, 'test/runtimes/checks.mjs'), platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  const { start } = (await import(path.join(root, 'test/runtimes/answers.mjs'))) as { start: Start }
  const server = await start({
    '/': { type: 'text/html', content: '<!doctype html><link rel="icon" href="data:,"><title>checks</title>' },
    '/checks.js': { type: 'text/javascript', content: output[0].code },
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'statute-chromium-'))
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: executablePath!,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  })
  try {
    const page = await browser.newPage()
    await page.exposeFunction('say', server.say)
    await page.exposeFunction('seen', server.seen)
    await page.goto(`${server.baseUrl}/`)
    const passed = await page.evaluate(
      `import('/checks.js').then(({ check }) => check({ baseUrl: location.origin, say, seen, inBrowser: true }))`,
    )
    expect(passed).toHaveLength(10)
  } finally {
    await browser.close()
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
