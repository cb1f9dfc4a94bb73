/** The law as types: what it holds, and what a larger law holds beside it. */
import type { MethodName, Rfc9110, RuleId, StatusCode } from 'statute'
import { article, defineRegistry, empty, json, problem, rfc9110, text, toolkit, webdav } from 'statute'
import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string() })
const word = z.string()

expectType<Rfc9110>(rfc9110)
expectType<'RFC 9110'>(rfc9110.name)
expectType<true>(rfc9110.methods.PUT.idempotent)
expectType<false>(rfc9110.methods.PATCH.idempotent)
expectType<'Not Found'>(rfc9110.statuses[404].phrase)
expectType<'never'>(rfc9110.statuses[204].content)
// Prose stays out of literal types.
expectType<string>(rfc9110.statuses[204].purpose)
expectNotAssignable<StatusCode>(599)
for (const name of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE'] as const)
  expectAssignable<MethodName>(name)
for (const code of [100, 101, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 500, 501, 503] as const) expectAssignable<StatusCode>(code)
expectNotAssignable<MethodName>('PURGE')
expectNotAssignable<MethodName>('PRI')
expectNotAssignable<StatusCode>(299)
expectAssignable<RuleId>('no-content-204')
expectNotAssignable<RuleId>('no-content')

// --- a law of one's own -------------------------------------------------------------------------------------------------------------

const acme = defineRegistry({
  extends: rfc9110,
  name: 'ACME',
  methods: { PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, content: 'never', purpose: 'Drops the target from the cache.' } },
  statuses: {
    299: {
      phrase: 'Warned',
      class: 'successful',
      cite: 'ACME §4.2',
      requires: { warning: 'field-required' },
      purpose: 'Done, with a warning.',
    },
    298: { phrase: 'Quiet', class: 'successful', cite: 'ACME §4.1', content: 'never', purpose: 'Done, and no more.' },
  },
})
expectType<'ACME'>(acme.law.name)
expectType<true>(acme.law.methods.PURGE.idempotent)
expectType<'Warned'>(acme.law.statuses[299].phrase)
expectType<'OK'>(acme.law.statuses[200].phrase)
expectAssignable<MethodName<typeof acme.law>>('PURGE')
expectAssignable<StatusCode<typeof acme.law>>(299)

const purge = acme.method('PURGE')
expectType<'PURGE'>(purge('/cache/:key', { responses: { 204: empty() } }).method)
expectType<'PURGE'>(acme.route('PURGE', '/cache/:key', { responses: { 298: empty() } }).method)
expectType<z.ZodString>(
  acme.get('/todos', { responses: { 200: json(Todo), 299: json(Todo, { headers: { warning: word } }) } }).spec.responses[299].headers
    .warning,
)
expectError(purge('/cache/:key', { body: json(Todo), responses: { 204: empty() } }))
expectError(purge('/cache/:key', { responses: { 298: json(Todo) } }))
expectError(acme.get('/todos', { responses: { 200: json(Todo), 299: json(Todo) } }))
expectError(acme.get('/todos', { responses: { 200: json(Todo), 297: json(Todo) } }))
expectError(acme.method('DROP'))
expectError(acme.del('/todos', { responses: { 204: json(Todo) } }))
expectAssignable<'PURGE'>(acme.idempotent('PURGE'))
expectError(acme.safe('PURGE'))
expectAssignable<298>(acme.noBody(298))
expectError(acme.noBody(299))
expectType<'Warned'>(acme.reasonPhrase(299))
expectType<299>(acme.statusFor('PURGE', 299))
expectError(acme.statusFor('PURGE', 206))

// A row that a law holds already says where it departs; an added one says what it is.
expectError(defineRegistry({ extends: rfc9110, methods: { PATCH: { idempotent: true } } }))
expectError(defineRegistry({ extends: rfc9110, methods: { PURGE: { safe: false } } }))
expectError(defineRegistry({ extends: rfc9110, statuses: { 299: { phrase: 'Warned' } } }))
expectError(defineRegistry({ methods: {} }))

// --- strict, WebDAV, the article -------------------------------------------------------------------------------------------------------

const strict = defineRegistry({ extends: rfc9110, strict: true })
expectType<true>(strict.law.strict)
expectError(strict.post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }))
expectError(strict.get('/old', { responses: { 301: empty() } }))
strict.post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: word } }) } })

const dav = toolkit(webdav)
expectType<'WebDAV'>(webdav.name)
expectType<'LOCK'>(dav.route('LOCK', '/draft', { headers: { if: word }, responses: { 200: text(), 412: problem() } }).method)
expectType<'If'>(webdav.fields.if.name)

expectType<'article'>(article.name)
expectType<true>(article.methods.PATCH.idempotent)
expectType<false>(article.methods.POST.idempotent)
expectAssignable<'PATCH'>(toolkit(article).idempotent('PATCH'))
expectError(toolkit(article).idempotent('POST'))
expectError(toolkit(rfc9110).idempotent('PATCH'))
expectType<'PATCH'>(toolkit(article).patch('/todos/:id', { body: json(Todo), responses: { 200: json(Todo) } }).method)
