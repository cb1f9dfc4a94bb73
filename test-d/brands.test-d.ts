/** The branded literals: every method and status of the founding article, said to be what it is, and refused where it is not. */
import type {
  Answer,
  Cacheable,
  CacheableMethod,
  ClientError,
  Contentful,
  Idempotent,
  IdempotentMethod,
  Informational,
  NoBody,
  NoBodyStatus,
  ReasonPhrase,
  Redirection,
  RequiredHeaders,
  Safe,
  SafeMethod,
  ServerError,
  StatusFor,
  StatusOf,
  Successful,
} from 'statute'
import {
  article,
  cacheable,
  clientError,
  contentful,
  idempotent,
  informational,
  isIdempotent,
  isNoBody,
  isStatusFor,
  noBody,
  reasonPhrase,
  redirection,
  safe,
  serverError,
  statusFor,
  successful,
  toolkit,
} from 'statute'
import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'

// --- methods: safe ----------------------------------------------------------------------------------------------------------------

expectType<Safe<'GET'>>(safe('GET'))
expectType<Safe<'HEAD'>>(safe('HEAD'))
expectType<Safe<'OPTIONS'>>(safe('OPTIONS'))
expectType<Safe<'TRACE'>>(safe('TRACE'))
expectError(safe('POST'))
expectError(safe('PUT'))
expectError(safe('DELETE'))
expectError(safe('PATCH'))
expectError(safe('CONNECT'))
expectError<Safe<'POST'>>({} as never)
expectError<Safe<'PUT'>>({} as never)
expectError<Safe<'DELETE'>>({} as never)
expectError<Safe<'PATCH'>>({} as never)
expectError<Safe<'CONNECT'>>({} as never)
expectError<Safe<'get'>>({} as never)

// --- methods: idempotent ------------------------------------------------------------------------------------------------------------

expectType<Idempotent<'GET'>>(idempotent('GET'))
expectType<Idempotent<'HEAD'>>(idempotent('HEAD'))
expectType<Idempotent<'PUT'>>(idempotent('PUT'))
expectType<Idempotent<'DELETE'>>(idempotent('DELETE'))
expectType<Idempotent<'OPTIONS'>>(idempotent('OPTIONS'))
expectType<Idempotent<'TRACE'>>(idempotent('TRACE'))
expectError(idempotent('POST'))
expectError(idempotent('PATCH'))
expectError(idempotent('CONNECT'))
expectError<Idempotent<'POST'>>({} as never)
expectError<Idempotent<'PATCH'>>({} as never)
expectError<Idempotent<'CONNECT'>>({} as never)

// --- methods: cacheable -------------------------------------------------------------------------------------------------------------

expectType<Cacheable<'GET'>>(cacheable('GET'))
expectType<Cacheable<'HEAD'>>(cacheable('HEAD'))
expectType<Cacheable<'POST'>>(cacheable('POST'))
expectType<Cacheable<'PATCH'>>(cacheable('PATCH'))
expectError(cacheable('PUT'))
expectError(cacheable('DELETE'))
expectError(cacheable('OPTIONS'))
expectError(cacheable('CONNECT'))
expectError(cacheable('TRACE'))
expectError<Cacheable<'PUT'>>({} as never)

// A brand is the literal and more: it goes where the literal goes, and not the other way round.
expectAssignable<'PUT'>(idempotent('PUT'))
expectNotAssignable<Idempotent<'PUT'>>('PUT')
expectAssignable<Idempotent>(idempotent('PUT'))
expectNotAssignable<Idempotent<'PUT'>>(idempotent('GET'))
expectNotAssignable<Idempotent>(safe('GET'))
declare const both: Safe<'GET'> & Idempotent<'GET'>
expectAssignable<Safe>(both)
expectAssignable<Idempotent>(both)

// Alone, a brand is the union of all that have it.
expectAssignable<IdempotentMethod>('PUT' as SafeMethod | 'PUT' | 'DELETE')
expectNotAssignable<SafeMethod>('PUT')
expectNotAssignable<CacheableMethod>('PUT')

// --- statuses --------------------------------------------------------------------------------------------------------------------------

expectType<Informational<100>>(informational(100))
expectType<Informational<101>>(informational(101))
expectType<Successful<200>>(successful(200))
expectType<Successful<201>>(successful(201))
expectType<Successful<204>>(successful(204))
expectType<Redirection<301>>(redirection(301))
expectType<Redirection<302>>(redirection(302))
expectType<Redirection<304>>(redirection(304))
expectType<ClientError<400>>(clientError(400))
expectType<ClientError<401>>(clientError(401))
expectType<ClientError<403>>(clientError(403))
expectType<ClientError<404>>(clientError(404))
expectType<ServerError<500>>(serverError(500))
expectType<ServerError<501>>(serverError(501))
expectType<ServerError<503>>(serverError(503))
expectError<Informational<200>>({} as never)
expectError<Successful<301>>({} as never)
expectError<Redirection<404>>({} as never)
expectError<ClientError<500>>({} as never)
expectError<ServerError<404>>({} as never)
expectError(successful(404))
expectError(serverError(599))
expectNotAssignable<StatusOf<'successful'>>(404)

expectType<NoBody<100>>(noBody(100))
expectType<NoBody<101>>(noBody(101))
expectType<NoBody<204>>(noBody(204))
expectType<NoBody<205>>(noBody(205))
expectType<NoBody<304>>(noBody(304))
expectType<100 | 101 | 102 | 103 | 104 | 204 | 205 | 304>({} as NoBodyStatus)
expectError(noBody(200))
expectError(noBody(404))
expectError<NoBody<200>>({} as never)
expectError<NoBody<201>>({} as never)
expectError<NoBody<301>>({} as never)

expectType<Contentful<200>>(contentful(200))
expectType<Contentful<201>>(contentful(201))
expectType<Contentful<301>>(contentful(301))
expectType<Contentful<302>>(contentful(302))
expectType<Contentful<400>>(contentful(400))
expectType<Contentful<401>>(contentful(401))
expectType<Contentful<403>>(contentful(403))
expectType<Contentful<404>>(contentful(404))
expectType<Contentful<500>>(contentful(500))
expectType<Contentful<501>>(contentful(501))
expectType<Contentful<503>>(contentful(503))
expectError(contentful(204))
expectError<Contentful<100>>({} as never)
expectError<Contentful<304>>({} as never)

// --- statuses that answer a method -------------------------------------------------------------------------------------------------------

expectType<201>(statusFor('POST', 201))
expectType<304>(statusFor('GET', 304))
expectType<206>(statusFor('GET', 206))
expectType<412>(statusFor('PUT', 412))
expectError(statusFor('POST', 304))
expectError(statusFor('POST', 206))
expectError(statusFor('PUT', 205))
expectError(statusFor('PUT', 304))
expectError(statusFor('OPTIONS', 412))
expectError(statusFor('TRACE', 304))
expectError(statusFor('CONNECT', 412))
expectError(statusFor('GET', 418))
expectError(statusFor('GET', 599))
expectAssignable<StatusFor<'GET'>>(304)
expectNotAssignable<StatusFor<'POST'>>(304)
expectNotAssignable<StatusFor<'POST'>>(416)
expectNotAssignable<StatusFor<'HEAD'>>(206)
expectNotAssignable<StatusFor<'DELETE'>>(304)
expectNotAssignable<StatusFor<'PATCH'>>(304)
for (const code of [100, 101, 200, 201, 204, 301, 302, 400, 401, 403, 404, 500, 501, 503] as const) {
  expectAssignable<StatusFor<'GET'>>(code)
  expectAssignable<StatusFor<'HEAD'>>(code)
  expectAssignable<StatusFor<'POST'>>(code)
  expectAssignable<StatusFor<'PUT'>>(code)
  expectAssignable<StatusFor<'DELETE'>>(code)
  expectAssignable<StatusFor<'PATCH'>>(code)
  expectAssignable<StatusFor<'OPTIONS'>>(code)
  expectAssignable<StatusFor<'CONNECT'>>(code)
  expectAssignable<StatusFor<'TRACE'>>(code)
}

// --- what a status says and asks ------------------------------------------------------------------------------------------------------------

expectType<'www-authenticate'>({} as RequiredHeaders<401>)
expectType<'allow'>({} as RequiredHeaders<405>)
expectType<'location'>({} as RequiredHeaders<303>)
expectType<never>({} as RequiredHeaders<200>)
expectType<'Not Found'>({} as ReasonPhrase<404>)
expectType<'No Content'>(reasonPhrase(204))
expectError<ReasonPhrase<599>>({} as never)

// --- guards ----------------------------------------------------------------------------------------------------------------------------------

declare const something: unknown
if (isIdempotent(something)) expectType<Idempotent>(something)
if (isNoBody(something)) expectType<NoBody>(something)
if (isStatusFor('POST', something)) expectType<StatusFor<'POST'>>(something)

// --- another law -------------------------------------------------------------------------------------------------------------------------------

const { idempotent: byTheArticle } = toolkit(article)
expectAssignable<'PATCH'>(byTheArticle('PATCH'))
expectAssignable<IdempotentMethod<typeof article>>('PATCH')
expectError(byTheArticle('POST'))
expectAssignable<Answer<'GET', typeof article>>(304)
