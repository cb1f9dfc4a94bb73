/** Content that is sent as it comes about: streams, and server-sent events. */

/** One event; every member may be left out. */
export interface ServerSentEvent {
  /** The content. Its lines stay lines. */
  readonly data?: string
  /** The name that listeners go by; `message` where there is none. */
  readonly event?: string
  /** What a client that has lost the connection sends back as Last-Event-ID. */
  readonly id?: string
  /** Milliseconds that a client waits before it connects again. */
  readonly retry?: number
  /** What no listener gets to see: keeps a connection alive. */
  readonly comment?: string
}

const lines = (name: string, text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `${name}: ${line}\n`)
    .join('')

const line = (name: string, text: string, wrong: RegExp): string => {
  if (wrong.test(text)) throw new TypeError(`The ${name} of an event is one line, not ${JSON.stringify(text)}.`)
  return `${name}: ${text}\n`
}

/**
 * An event as it stands in a stream of `text/event-stream`.
 *
 * No value can end its line and begin another field: data and comments of several lines become several fields, and a name or an id with a
 * line end is refused.
 *
 * @example encodeEvent({ event: 'done', data: 'one\ntwo' }) //=> 'event: done\ndata: one\ndata: two\n\n'
 * @throws TypeError when a name or an id is not one line, an id has a NUL, or the wait is no whole number of milliseconds.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export const encodeEvent = ({ data, event, id, retry, comment }: ServerSentEvent): string => {
  if (retry !== undefined && !(Number.isSafeInteger(retry) && retry >= 0))
    throw new TypeError(`The retry of an event is a whole number of milliseconds, not ${retry}.`)
  const fields = [
    comment === undefined ? '' : lines('', comment),
    event === undefined ? '' : line('event', event, /[\r\n]/),
    // Every client ignores an id with a NUL.
    id === undefined ? '' : line('id', id, /[\r\n\0]/),
    retry === undefined ? '' : `retry: ${retry}\n`,
    data === undefined ? '' : lines('data', data),
  ]
  return `${fields.join('')}\n`
}

/**
 * A stream of octets out of whatever yields text or octets, at the pace of whoever reads.
 *
 * When the client goes away, the source is told (`return`), so its `finally` runs. When the source fails, the message breaks off:
 * the client must not take it for whole.
 *
 * @example
 * const stream = streaming(['one ', 'two'])
 * return [await new Response(stream).text(), 'one two']
 * @see https://streams.spec.whatwg.org/#rs-model
 */
export const streaming = (
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder()
  const parts = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : Uint8Array.from(value))
      },
      cancel() {
        // Not waited for: a source that waits for its next event returns after it.
        void Promise.resolve(parts.return?.()).catch(() => {})
      },
    },
    // What nobody has asked for yet is not made.
    { highWaterMark: 0 },
  )
}

async function* encoded(events: AsyncIterable<ServerSentEvent> | Iterable<ServerSentEvent>): AsyncGenerator<string> {
  for await (const event of events) yield encodeEvent(event)
}

/**
 * A stream of server-sent events.
 *
 * For a response that is declared as octets that come bit by bit: `bytes({ type: 'text/event-stream' })`.
 *
 * @example
 * const stream = sse([{ data: 'hello' }, { id: '2', data: 'again' }])
 * return [await new Response(stream).text(), 'data: hello\n\nid: 2\ndata: again\n\n']
 * @throws TypeError in the stream, when an event cannot be encoded.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const sse = (events: AsyncIterable<ServerSentEvent> | Iterable<ServerSentEvent>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  streaming(encoded(events))
