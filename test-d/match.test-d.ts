/** Matching: what each handler takes, what comes out, and what has been handled. */
import { expectError, expectType } from 'tsd'
import { is1xx, is2xx, is3xx, is4xx, is5xx, match, P } from '../src/index.js'

interface Answer<Status, Body> {
  readonly status: Status
  readonly body: Body
}
interface Ranged<Status, Body> extends Answer<Status, Body> {
  readonly code: number
}
interface Breach {
  readonly status: 'breach'
  readonly ok: false
  readonly reason: 'status' | 'body'
  readonly code: number
}
type Todo = { readonly title: string; readonly done: boolean }
type Invalid = { readonly code: 'dup'; readonly of: string } | { readonly code: 'long'; readonly at: number }
type Ok = Answer<200, Todo>
type Gone = Answer<404, string>
type Bad = Answer<422, Invalid>
type Failed = Answer<500, null>
type Client = Ranged<'4xx', number>
type Other = Ranged<'default', boolean>
type Reply = Ok | Gone | Bad | Failed | Client | Other | Breach
declare const reply: Reply

// A status: the member, whole.
const all = match(reply)
  .with({ status: 200 }, (one) => {
    expectType<Ok>(one)
    return one.body.title
  })
  .with({ status: P.union(404, '4xx') }, (one) => {
    expectType<Gone | Client>(one)
    return one.body
  })
  .with({ status: 422 }, { status: 'default' }, (one) => {
    expectType<Bad | Other>(one)
    return null
  })
  .with({ status: 500 }, (one) => {
    expectType<Failed>(one)
    return 0n
  })
  .with({ status: 'breach' }, ({ reason }) => {
    expectType<'status' | 'body'>(reason)
    return undefined
  })
  .exhaustive()
expectType<string | number | bigint | null | undefined>(all)

// Three at once, and more than three.
match(reply).with({ status: 200 }, { status: 404 }, { status: 'breach' }, (one) => expectType<Ok | Gone | Breach>(one))
match(reply).with({ status: 200 }, { status: 404 }, { status: 500 }, { status: 'breach' }, (one) =>
  expectType<Ok | Gone | Failed | Breach>(one),
)

// Classes: codes and ranges, not `default` and not the breach.
expectType<string>(
  match(reply)
    .with(is2xx, (one) => {
      expectType<Ok>(one)
      return ''
    })
    .with({ status: is4xx }, (one) => {
      expectType<Gone | Bad | Client>(one)
      return ''
    })
    .with(is5xx, (one) => {
      expectType<Failed>(one)
      return ''
    })
    .with({ status: P.union('default', 'breach') }, (one) => {
      expectType<Other | Breach>(one)
      return ''
    })
    .exhaustive(),
)
match(reply).with(is1xx, (one) => expectType<never>(one))
match(reply).with(is3xx, (one) => expectType<never>(one))
match(reply).with({ status: 200 }, is4xx, (one) => expectType<Ok | Gone | Bad | Client>(one))
match(reply).with({ status: P.union(is5xx, 200) }, (one) => expectType<Ok | Failed>(one))
match(reply).with(P.union(is2xx, is5xx), (one) => expectType<Ok | Failed>(one))
match(reply).with(P.not(is4xx), (one) => expectType<Ok | Failed | Other | Breach>(one))
// What says more is ts-pattern's, and handles what it provably covers.
const dup = match(reply).with({ status: 422, body: { code: 'dup' } }, (one) => {
  expectType<422>(one.status)
  expectType<{ readonly code: 'dup'; readonly of: string }>(one.body)
  return one.body.of
})
dup.with({ status: 422 }, ({ body }) => {
  expectType<'long'>(body.code)
  return body.at
})
expectType<string | number>(
  dup
    .with({ status: P.union(200, 404, 500, '4xx', 'default', 'breach') }, () => 1)
    .with({ status: 422, body: { code: 'long' } }, ({ body }) => body.at)
    .exhaustive(),
)
expectError(dup.with({ status: P.union(200, 404, 500, '4xx', 'default', 'breach') }, () => 1).exhaustive())
match(reply).with({ status: 200, body: { title: P.select() } }, (title, one) => {
  expectType<string>(title)
  expectType<Ok>(one)
})
match(reply).with({ status: P.select('status'), body: { code: P.select('code') } }, (selected) =>
  expectType<'dup' | 'long'>(selected.code as 'dup' | 'long'),
)
match(reply).with({ status: 404, body: P.when((body: string) => body.length > 1) }, (one) => expectType<Gone>(one))
expectError(match(reply).with({ status: 422, body: { code: 'none' } }, () => 1))
expectType<0>(
  match(reply)
    .with(P._, () => 0 as const)
    .exhaustive(),
)
expectType<number>(
  match(reply)
    .with({}, (one) => {
      expectType<Reply>(one)
      return 0
    })
    .exhaustive(),
)

// Guards handle for good only if they narrow.
const isBreach = (one: Reply): one is Breach => one.status === 'breach'
const guarded = match(reply).when(isBreach, (one) => {
  expectType<Breach>(one)
  return 0
})
expectError(guarded.with({ status: 'breach' }, () => 1))
expectType<number>(
  guarded.otherwise((one) => {
    expectType<Exclude<Reply, Breach>>(one)
    return 1
  }),
)
match(reply)
  .when(
    (one) => one.status === 200 && one.body.done,
    (one) => expectType<Reply>(one),
  )
  .with(
    { status: 200 },
    (one) => one.body.done,
    (one) => expectType<Ok>(one),
  )
  .with({ status: 200 }, (one) => expectType<Ok>(one))

// Ends.
expectType<string | null>(
  match(reply)
    .with({ status: 200 }, ({ body }) => body.title)
    .otherwise((one) => {
      expectType<Exclude<Reply, Ok>>(one)
      return null
    }),
)
expectType<string>(
  match(reply)
    .with({ status: 200 }, ({ body }) => body.title)
    .run(),
)
const both = match<Ok | Gone>(reply as Ok | Gone).with({ status: P.union(200, 404) }, () => 1)
expectType<number>(both.exhaustive())
expectType<number | string>(both.exhaustive((unexpected) => String(unexpected)))
expectType<number>(both.narrow().exhaustive())
expectError(
  match(reply)
    .with({ status: 200 }, () => 1)
    .exhaustive(),
)
expectError(match(reply).exhaustive())
expectType<number | undefined>(
  match(reply as Ok | Gone)
    .returnType<number | undefined>()
    .with({ status: 200 }, () => 1)
    .with({ status: 404 }, () => undefined)
    .exhaustive(),
)
expectError(
  match(reply)
    .returnType<string>()
    .with({ status: 200 }, () => 1),
)

// What is no status of the reply is no pattern, and no handler takes another member than the one it is for; what has no status is no reply.
expectError(match(reply).with({ status: 418 }, () => 1))
expectError(match(reply).with({ status: 200 }, (one: Gone) => one))
expectError(match(reply).with({ status: 200 }, (one: Answer<200, { readonly title: 'narrower' }>) => one))
expectError(match(Promise.resolve(reply)))

// Members that share a status stay together.
declare const media:
  | { readonly status: 200; readonly type: 'a'; readonly body: 1 }
  | { readonly status: 200; readonly type: 'b'; readonly body: 2 }
expectType<1 | 2>(
  match(media)
    .with({ status: 200 }, ({ body }) => body)
    .exhaustive(),
)
expectType<1 | '2'>(
  match(media)
    .with({ type: 'a' }, ({ body }) => body)
    .with({ status: 200 }, (one) => {
      expectType<'b'>(one.type)
      return '2' as const
    })
    .exhaustive(),
)
