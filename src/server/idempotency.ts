/** Idempotency-Key: a request that comes again is answered by the recorded reply, and acted upon once. */
import { base64url, digest } from './etag.js'

/**
 * Where replies are recorded: `memory()`, or a Keyv with any adapter. Values are text.
 *
 * What a Keyv can guarantee between nodes: a reply that one has recorded is replayed by all, other content is refused by all, and a
 * request that arrives while another node is known to work on it is refused. What it cannot: Keyv has no way to set a key only where
 * there is none, so two nodes that ask within the same round trip may both find nothing and both act. Within one process this never
 * happens. Where it must not happen between processes, give the store `add`, which Redis has as `SET … NX`.
 */
export interface IdempotencyStore {
  get(key: string): Promise<unknown> | unknown
  /** Sets the value for so many milliseconds. */
  set(key: string, value: string, milliseconds: number): Promise<unknown> | unknown
  delete(key: string): Promise<unknown> | unknown
  /** Sets the value where there is none, in one step, and says whether it did. */
  add?(key: string, value: string, milliseconds: number): Promise<boolean> | boolean
}

/** What may be said about recording. */
export interface IdempotencyOptions {
  readonly store?: IdempotencyStore
  /** Milliseconds that a reply is kept: a day, unless said otherwise. */
  readonly keep?: number
  /** Milliseconds after which a request counts as lost whose node has died: a minute. Longer than the handler ever takes. */
  readonly lock?: number
  /** Octets of content that are recorded: a mebibyte. The repetition of a longer reply is refused, and never acted upon. */
  readonly most?: number
  /** Whether the reply says that something was done; one that does not (a 503, say) is not recorded, so the key may be tried again. */
  readonly acted?: (reply: Response) => boolean
  /** Told of a store that has failed after the handler had acted: the reply goes out, and is not recorded. */
  readonly onError?: (error: unknown) => void
}

/** A request with a key. */
export interface Keyed {
  /** The value of Idempotency-Key, as it came. */
  readonly key: string
  /** What a key is unique within: the method, the target, and who asks. A key of somebody else must never find a reply. */
  readonly scope: readonly (string | null)[]
  readonly content: string | Uint8Array
}

/** What comes of a keyed request: a reply, first or again, or a refusal with its reason. */
export type Kept =
  | { readonly kind: 'reply'; readonly reply: Response; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly status: 400 | 409 | 422; readonly because: string }

interface Claim {
  readonly content: string
  /** Who acts upon it. */
  readonly by?: string
  readonly reply?: { readonly status: number; readonly headers: [string, string][]; readonly body: string | null }
  /** Acted upon, with a reply that was too long. */
  readonly spent?: true
}

/** Characters of a key that are taken. */
export const longestKey = 255

const refused = (status: 400 | 409 | 422, because: string): Kept => ({ kind: 'refused', status, because })
const running = refused(409, 'The first request with this Idempotency-Key is still being answered.')

const octetsOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
const textOf = (octets: Uint8Array): string => {
  let text = ''
  for (let start = 0; start < octets.length; start += 0x8000) text += String.fromCharCode(...octets.subarray(start, start + 0x8000))
  return btoa(text)
}

/** The content of a reply and the reply itself, whole again; no content where there is more than is recorded. */
const read = async (
  reply: Response,
  most: number,
): Promise<{ readonly reply: Response; readonly content: Uint8Array | null | undefined }> => {
  if (!reply.body) return { reply, content: null }
  // A stream of events has no end to wait for.
  if (reply.headers.get('content-type')?.startsWith('text/event-stream')) return { reply, content: undefined }
  const reader = reply.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.byteLength
    if (length <= most) continue
    const rest = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const chunk = chunks.shift() ?? (await reader.read()).value
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
      cancel: (reason) => reader.cancel(reason),
    })
    return { reply: new Response(rest, reply), content: undefined }
  }
  const content = new Uint8Array(length)
  let start = 0
  for (const chunk of chunks) {
    content.set(chunk, start)
    start += chunk.byteLength
  }
  return { reply: new Response(content, reply), content }
}

const claimOf = (text: unknown): Claim | undefined => (typeof text === 'string' ? (JSON.parse(text) as Claim) : undefined)

const again = (claim: Claim, content: string): Kept => {
  if (claim.content !== content) return refused(422, 'This Idempotency-Key came before, with other content.')
  if (claim.spent) return refused(409, 'The request was answered before, by a reply too long to be recorded.')
  if (!claim.reply) return running
  const { status, headers, body } = claim.reply
  return { kind: 'reply', reply: new Response(body === null ? null : octetsOf(body), { status, headers }), replayed: true }
}

/**
 * Records the replies to requests with an Idempotency-Key, and answers by them.
 *
 * `act` is the handler: it is called once for a key within its scope, and what it answers is recorded, an error as well. A repetition is
 * replayed, one that comes meanwhile is refused with 409, one with other content with 422. Where `act` rejects, nothing is
 * recorded: turn errors into replies before. A store that does not hold what it was given makes the call reject, and nothing is
 * acted upon.
 *
 * @example
 * const once = idempotency()
 * const request = { key: '"1"', scope: ['POST', '/orders', 'Ann'], content: '{}' }
 * await once(request, async () => new Response('done', { status: 201 }))
 * const kept = await once(request, async () => new Response('done twice', { status: 201 }))
 * return [kept.kind === 'reply' && (await kept.reply.text()), 'done']
 * @throws TypeError when the store has lost a claim.
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07
 */
export const idempotency = (options: IdempotencyOptions = {}): ((request: Keyed, act: () => Promise<Response>) => Promise<Kept>) => {
  const { store = memory(), keep = 86_400_000, lock = 60_000, most = 1_048_576, acted = () => true, onError = console.error } = options
  /** What this process is working on: between asking the store and telling it, nobody else gets in. */
  const working = new Map<string, string>()

  const claim = async (key: string, mine: Claim): Promise<Kept | undefined> => {
    const text = JSON.stringify(mine)
    if (store.add) {
      if (await store.add(key, text, lock)) return undefined
      const found = claimOf(await store.get(key))
      return found ? again(found, mine.content) : running
    }
    const found = claimOf(await store.get(key))
    if (found) return again(found, mine.content)
    await store.set(key, text, lock)
    const held = claimOf(await store.get(key))
    if (!held) throw new TypeError('The store of idempotency() does not hold what it was given, so nothing was acted upon.')
    return held.by === mine.by ? undefined : again(held, mine.content)
  }

  return async ({ key, scope, content }, act) => {
    if (!key || key.length > longestKey) return refused(400, `Idempotency-Key has 1 to ${longestKey} characters.`)
    // Hashed: a store need not know who asks with what credentials.
    const place = base64url(await digest(JSON.stringify([key, ...scope])))
    const print = base64url(await digest(content))
    const mine: Claim = { content: print, by: crypto.randomUUID() }

    const other = working.get(place)
    if (other !== undefined) return again({ content: other }, print)
    working.set(place, print)
    try {
      const kept = await claim(place, mine)
      if (kept) return kept
      let recorded: Claim | undefined
      try {
        const answer = await act()
        const whole = await read(answer, most)
        if (acted(whole.reply)) {
          const headers = [...whole.reply.headers].filter(([name]) => name !== 'date')
          const body = whole.content && textOf(whole.content)
          recorded =
            body === undefined ? { content: print, spent: true } : { content: print, reply: { status: answer.status, headers, body } }
        }
        return { kind: 'reply', reply: whole.reply, replayed: false }
      } finally {
        try {
          await (recorded ? store.set(place, JSON.stringify(recorded), keep) : store.delete(place))
        } catch (error) {
          onError(error)
        }
      }
    } finally {
      working.delete(place)
    }
  }
}

/** How much is remembered at once. */
export interface MemoryOptions {
  /** Keys: ten thousand, unless said otherwise. */
  readonly keys?: number
  /** Characters of all values together: 64 million. */
  readonly characters?: number
}

/** What `memory` makes: a store that answers at once. */
export interface MemoryStore extends IdempotencyStore {
  get(key: string): string | undefined
  add(key: string, value: string, milliseconds: number): boolean
}

/**
 * A store in the memory of one process, within bounds: the oldest replies make room for new ones.
 *
 * It forgets on a restart, and other nodes know nothing of it: where either matters, give a Keyv.
 *
 * @example
 * const store = memory({ keys: 1 })
 * store.add('a', '1', 1000)
 * store.add('b', '2', 1000)
 * return [[store.get('a'), store.get('b'), store.add('b', '3', 1000)], [undefined, '2', false]]
 */
export const memory = ({ keys = 10_000, characters = 64_000_000 }: MemoryOptions = {}): MemoryStore => {
  // In the order of their setting, so the first is the oldest.
  const values = new Map<string, { readonly value: string; readonly until: number }>()
  let held = 0
  const drop = (key: string): boolean => {
    held -= values.get(key)?.value.length ?? 0
    return values.delete(key)
  }
  const get = (key: string): string | undefined => {
    const found = values.get(key)
    if (found && found.until <= Date.now()) drop(key)
    else return found?.value
  }
  const set = (key: string, value: string, milliseconds: number): void => {
    drop(key)
    values.set(key, { value, until: Date.now() + milliseconds })
    held += value.length
    for (const [oldest] of values) {
      if (values.size <= keys && held <= characters) break
      drop(oldest)
    }
  }
  return {
    get,
    set,
    delete: drop,
    add: (key, value, milliseconds) => {
      if (get(key) !== undefined) return false
      set(key, value, milliseconds)
      return true
    },
  }
}
