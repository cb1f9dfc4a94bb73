/** A real server on loopback: each test says what it answers, and reads what it was sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly raw: readonly string[]
  readonly body: Buffer
}
export type Answer = (response: ServerResponse, seen: Seen, count: number) => void

export interface Loopback extends AsyncDisposable {
  readonly baseUrl: string
  readonly seen: Seen[]
  answer: Answer
}

/** Answers with JSON. */
export const jsonly =
  (status: number, value: unknown, headers: Record<string, string> = {}, type = 'application/json'): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(value))

export const loopback = async (answer: Answer = (response) => void response.writeHead(500).end()): Promise<Loopback> => {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    try {
      for await (const part of request) parts.push(part as Buffer)
    } catch {
      return
    }
    const { method = '', url = '', headers, rawHeaders } = request
    const one = { method, url, headers, raw: rawHeaders, body: Buffer.concat(parts) }
    seen.push(one)
    self.answer(response, one, seen.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const self: Loopback = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return self
}
