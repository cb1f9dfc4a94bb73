/** What a browser is sent: as few bytes as bench/client.mjs promises, and no prose. */
import { expect, it } from 'vitest'

interface Weighing {
  readonly limit: number
  readonly bundle: (imports?: string, options?: string) => Promise<{ readonly size: number; readonly prose: readonly string[] }>
}
const { bundle, limit }: Weighing = await import(new URL('../../bench/bundle.mjs', import.meta.url).href)

it('a client of one route is within its limit, and free of what the registry and the rules say', async () => {
  const { size, prose } = await bundle()
  expect(size).toBeLessThanOrEqual(limit)
  expect(prose).toEqual([])
})

it('is paid for where it is used: retry is no part of a client that has none', async () => {
  const [plain, retrying] = [await bundle(), await bundle(', retry', ', retry: retry()')]
  expect(retrying.size).toBeGreaterThan(plain.size)
})
