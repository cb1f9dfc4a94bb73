import { describe, expect, it } from 'vitest'
import { encodeEvent, type ServerSentEvent, sse, streaming } from '../../src/server/stream.js'

/** What a client makes of a stream, by the algorithm of the HTML standard. */
const interpret = (stream: string): { event: string; data: string; id: string }[] => {
  const events: { event: string; data: string; id: string }[] = []
  let [data, event, id] = ['', '', '']
  for (const line of stream.split(/\r\n|\r|\n/)) {
    if (line === '') {
      if (data) events.push({ event: event || 'message', data: data.replace(/\n$/, ''), id })
      ;[data, event] = ['', '']
      continue
    }
    if (line.startsWith(':')) continue
    const [, name, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!
    if (name === 'data') data += `${value ?? ''}\n`
    else if (name === 'event') event = value ?? ''
    else if (name === 'id' && !value?.includes('\0')) id = value ?? ''
  }
  return events
}

describe('encodeEvent', () => {
  it.each<[event: ServerSentEvent, text: string]>([
    [{ data: 'hello' }, 'data: hello\n\n'],
    [{ data: 'one\ntwo\r\nthree\rfour' }, 'data: one\ndata: two\ndata: three\ndata: four\n\n'],
    [{ data: '' }, 'data: \n\n'],
    [{ data: ' spaced' }, 'data:  spaced\n\n'],
    [{ event: 'done', id: '7', retry: 1000, data: 'x' }, 'event: done\nid: 7\nretry: 1000\ndata: x\n\n'],
    [{ comment: 'alive\nstill' }, ': alive\n: still\n\n'],
    [{ id: '' }, 'id: \n\n'],
  ])('%j', (event, text) => {
    expect(encodeEvent(event)).toBe(text)
  })

  it.each<ServerSentEvent>([
    { event: 'a\nb' },
    { event: 'a\rdata: b' },
    { id: '1\n\ndata: forged' },
    { id: 'a\0b' },
    { retry: 1.5 },
    { retry: -1 },
    { retry: Number.NaN },
  ])('refuses %j', (event) => {
    expect(() => encodeEvent(event)).toThrow(TypeError)
  })

  it('is understood as it was meant, whatever stands in the data', () => {
    const pieces = ['\n', '\r', '\r\n', 'data: ', 'event: x', 'id: 1', ':', ' ', '\u2028', '\ud800', '{"a":1}', 'é']
    for (let index = 0; index < 5000; index++) {
      const data = Array.from({ length: 1 + Math.floor(Math.random() * 6) }, () => pieces[Math.floor(Math.random() * pieces.length)]).join(
        '',
      )
      const heard = interpret(encodeEvent({ data, id: '1' }) + encodeEvent({ data: 'end' }))
      expect(heard).toEqual([
        { event: 'message', data: data.replace(/\r\n|\r/g, '\n'), id: '1' },
        { event: 'message', data: 'end', id: '1' },
      ])
    }
  })
})

describe('streaming', () => {
  it('sends text and octets from what is there and what comes', async () => {
    expect(await new Response(streaming(['é', new Uint8Array([33])])).text()).toBe('é!')
    const slow = async function* () {
      yield 'one'
      await new Promise((resolve) => setTimeout(resolve, 5))
      yield 'two'
    }
    expect(await new Response(streaming(slow())).text()).toBe('onetwo')
  })

  it('makes nothing that nobody asks for', async () => {
    let made = 0
    const endless = function* () {
      for (;;) yield `${made++}`
    }
    const reader = streaming(endless()).getReader()
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(made).toBe(0)
    await reader.read()
    await reader.read()
    expect(made).toBe(2)
    await reader.cancel()
  })

  it('tells the source when the client goes away, and waits for no event that never comes', async () => {
    let ended = 0
    const endless = async function* () {
      try {
        for (;;) yield 'more'
      } finally {
        ended++
      }
    }
    const reader = streaming(endless()).getReader()
    await reader.read()
    await reader.cancel()
    expect(ended).toBe(1)

    const silent: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: () => new Promise(() => {}) }),
    }
    const waiting = streaming(silent).getReader()
    void waiting.read().catch(() => {})
    await waiting.cancel()
  })

  it('breaks off where the source fails', async () => {
    const failing = async function* () {
      yield 'some'
      throw new Error('lost')
    }
    await expect(new Response(streaming(failing())).text()).rejects.toThrow('lost')
  })
})

describe('sse', () => {
  it('sends events, and breaks off at one that would be two', async () => {
    expect(interpret(await new Response(sse([{ data: 'a' }, { event: 'b', data: 'c' }])).text())).toEqual([
      { event: 'message', data: 'a', id: '' },
      { event: 'b', data: 'c', id: '' },
    ])
    await expect(new Response(sse([{ data: 'a' }, { event: 'b\nc' }])).text()).rejects.toThrow('The event of an event is one line')
  })

  it('ends its source with its reader', async () => {
    let ended = false
    const events = async function* () {
      try {
        for (;;) yield { data: 'tick' }
      } finally {
        ended = true
      }
    }
    const reader = sse(events()).getReader()
    await reader.read()
    await reader.cancel()
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(ended).toBe(true)
  })
})
