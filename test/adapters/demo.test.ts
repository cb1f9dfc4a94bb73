/** The page of the demo in a browser that is there: headless Chromium, by the path it is installed at. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mounted, mount } from './mount.js'

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file))
if (!executablePath) console.log('chromium: absent, so the page of the demo is not seen in a browser (apt-get install chromium)')

let demo: Mounted
beforeAll(async () => {
  demo = await mount(process.execPath, ['node_modules/jiti/lib/jiti-cli.mjs', 'examples/todos/demo.ts'])
})
afterAll(() => demo?.stop())

describe('the demo', () => {
  it('serves its page, the program of it and the API, and takes nothing from elsewhere', async () => {
    const page = await fetch(`${demo.baseUrl}/`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8'])
    const text = await page.text()
    const program = await (await fetch(`${demo.baseUrl}/page.js`)).text()
    expect([...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url)).toEqual(['data:,', '/page.js'])
    expect(program.length).toBeGreaterThan(10_000)
    expect(program).not.toMatch(/^import /m)
    const list = (await (await fetch(`${demo.baseUrl}/todos`)).json()) as unknown[]
    expect(list).toHaveLength(4)
  })
})

describe.skipIf(!executablePath)('the page of the demo', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'statute-chromium-'))
  let browser: BrowserContext
  beforeAll(async () => {
    browser = await chromium.launchPersistentContext(folder, {
      executablePath: executablePath!,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
      viewport: { width: 1100, height: 620 },
    })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const open = async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    // Chromium reports every 4xx itself; what is meant here are errors of the page.
    page.on(
      'console',
      (message) => message.type() === 'error' && !/Failed to load resource/.test(message.text()) && complaints.push(message.text()),
    )
    page.on('pageerror', (error) => complaints.push(`${error}`))
    await page.goto(`${demo.baseUrl}/`)
    await page.locator('html[data-ready]').waitFor()
    const items = page.locator('#todos li')
    const row = (title: string) => items.filter({ hasText: title })
    return { page, complaints, items, row, notice: page.locator('#notice') }
  }

  it('lists, adds, changes and removes by the typed client', async () => {
    const { page, complaints, items, row, notice } = await open()
    expect(await items.count()).toBe(4)

    await page.locator('#title').fill('<b>bold</b> & "quoted"')
    await page.locator('#add button').click()
    await row('<b>bold</b>').waitFor()
    expect(await items.count()).toBe(5)

    await row('serve it').getByRole('checkbox').click()
    await page.locator('#todos li input:checked + span', { hasText: 'serve it' }).waitFor()

    await row('<b>bold</b>').getByRole('button').click()
    await row('<b>bold</b>').waitFor({ state: 'detached' })

    await page.locator('#add button').click()
    await expect.poll(() => notice.textContent()).toContain('not taken (422)')
    const log = await page.locator('#messages li').allTextContents()
    expect(log).toEqual(
      expect.arrayContaining([
        'POST/todos422',
        expect.stringMatching(/^PUT.*200$/),
        expect.stringMatching(/^DELETE.*204$/),
        expect.stringMatching(/^GET.*304$/),
      ]),
    )
    if (process.env.STATUTE_SCREENSHOT) await page.screenshot({ path: process.env.STATUTE_SCREENSHOT })
    expect(complaints).toEqual([])
    await page.close()
  })

  it('a page that is behind is told so, and changes nothing', async () => {
    const [one, other] = [await open(), await open()]
    await one.row('call it').getByRole('checkbox').click()
    await one.page.locator('#todos li input:checked + span', { hasText: 'call it' }).waitFor()
    await other.row('call it').getByRole('checkbox').click()
    await expect.poll(() => other.notice.textContent()).toContain('has changed meanwhile (412)')
    expect(await other.row('call it').getByRole('checkbox').isChecked()).toBe(true)
    expect([...one.complaints, ...other.complaints]).toEqual([])
  })
})
