/** Harm that is done to a connection and not to a message: over loopback, to the server as `examples/mount/node.ts` starts it. */
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '../adapters/conversation.js'
import { type Mounted, onNode } from '../adapters/mount.js'

let mounted: Mounted
beforeAll(async () => {
  mounted = await onNode('node')
})
afterAll(() => mounted?.stop())

const list = async (): Promise<number> => {
  const response = await fetch(`${mounted.baseUrl}/todos`, { headers: { connection: 'close' } })
  await response.text()
  return response.status
}
const open = (): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(mounted.baseUrl).port), '127.0.0.1', () => resolve(socket))
    socket.on('error', () => {})
  })
const head = 'POST /todos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
const statusOf = (answer: string): number => Number(answer.split(' ')[1])
/** MiB that the server holds; nothing where the system does not say. */
const resident = (): number | undefined => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${mounted.pid}/status`, 'utf8'))![1]) / 1024
  } catch {
    return undefined
  }
}

describe('a connection', () => {
  it.each<[what: string, message: string, statuses: readonly number[]]>([
    ['of two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\n12345`, [400]],
    ['of a length beside chunks', `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`, [400]],
    ['of chunks that are none', `${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n`, [400]],
    ['of a field with a bare CR', 'GET /todos HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\nConnection: close\r\n\r\n', [400]],
    ['of a field with NUL', 'GET /todos HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\nConnection: close\r\n\r\n', [400]],
    [
      'of a field too long for Node',
      `GET /todos HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\nConnection: close\r\n\r\n`,
      [431],
    ],
    ['without Host', 'GET /todos HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
    ['of a Host that is none', 'GET /todos HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', [400]],
    ['of another version', 'GET /todos HTTP/9.9\r\nHost: localhost\r\n\r\n', [400, 505]],
    ['of no HTTP', 'hello\r\n\r\n', [400]],
    ['of a target with a line break', 'GET /todos%0d%0aSet-Cookie:a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [404]],
    ['of a target above the root', 'GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [404]],
  ])('%s is refused', async (_, message, statuses) => {
    const answer = await raw(mounted.baseUrl, message)
    expect(statuses).toContain(statusOf(answer))
    expect(answer).not.toMatch(/set-cookie/i)
    expect(await list()).toBe(200)
  })

  it('that falls silent in the middle holds up nobody', async () => {
    const silent = await Promise.all(Array.from({ length: 200 }, open))
    for (const [index, socket] of silent.entries())
      socket.write(index % 2 ? 'GET /todos HTTP/1.1\r\nHo' : `${head}Content-Length: 100\r\n\r\n{"tit`)
    const start = performance.now()
    for (let index = 0; index < 20; index++) expect(await list()).toBe(200)
    expect(performance.now() - start).toBeLessThan(10_000)
    for (const socket of silent) socket.destroy()
  })

  it('that breaks off, fifteen hundred times, leaves nothing behind', async () => {
    const round = async (count: number) => {
      for (let done = 0; done < count; done += 100)
        await Promise.all(
          Array.from({ length: 100 }, async (_, index) => {
            const socket = await open()
            const over = new Promise((resolve) => socket.once('close', resolve))
            if (index % 3 === 0) socket.write(`${head}Content-Length: 100000\r\n\r\n{"title":"${'x'.repeat(5000)}`)
            else if (index % 3 === 1) socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"tit`)
            else socket.write('GET /todos HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(10))
            setTimeout(() => socket.destroy(), Math.random() * 20)
            await over
          }),
        )
    }
    await round(500)
    const before = resident()
    await round(1000)
    expect(await list()).toBe(200)
    const after = resident()
    if (before !== undefined && after !== undefined) {
      console.log(
        `1,500 connections broken off: the server holds ${before.toFixed(0)} MiB after 500 of them, ${after.toFixed(0)} after all`,
      )
      expect(after - before).toBeLessThan(150)
    }
    expect(mounted.said(), 'nothing is reported as an error of the server').toMatch(/^http:\/\/127\.0\.0\.1:\d+\/todos\n$/)
  })
})
