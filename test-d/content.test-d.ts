/** What the makers make. */
import type { Body, Content, Empty, Media, Octets, Output, Problem } from 'statute'
import { bytes, empty, form, json, media, multipart, problem, text } from 'statute'
import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), done: z.boolean() })
const word = z.string()

expectType<Content<typeof Todo, 'application/json', {}>>(json(Todo))
expectType<Content<typeof Todo, 'application/merge-patch+json', {}>>(json(Todo, { type: 'application/merge-patch+json' }))
expectType<z.ZodString>(json(Todo, { headers: { etag: word } }).headers.etag)
expectType<z.ZodOptional<z.ZodString>>(json(Todo, { headers: { 'x-next': word.optional() } }).headers['x-next'])
expectType<'etag' | 'x-next'>({} as keyof ReturnType<typeof withFields>['headers'])
const withFields = () => json(Todo, { headers: { etag: word, 'x-next': word.optional() } })

const plain = text()
expectType<string>({} as Output<(typeof plain)['schema']>)
expectType<'text/plain'>(text().type)
expectType<'text/csv'>(text({ type: 'text/csv' }).type)
expectType<z.ZodString>(text({ schema: word }).schema)
expectType<'application/octet-stream'>(bytes().type)
expectType<'image/png'>(bytes({ type: 'image/png' }).type)
const raw = bytes()
expectType<Uint8Array>({} as Output<(typeof raw)['schema']>)
expectAssignable<Octets>(new Uint8Array())
expectNotAssignable<Octets>('text')
expectType<Content<typeof Todo, 'application/x-www-form-urlencoded', {}>>(form(Todo))
expectType<Content<typeof Todo, 'multipart/form-data', {}>>(multipart(Todo))
const failure = problem()
expectType<'application/problem+json'>(failure.type)
expectType<Problem>({} as Output<(typeof failure)['schema']>)
expectType<typeof Todo>(problem({ schema: Todo }).schema)
expectType<Empty<{}>>(empty())
expectType<z.ZodString>(empty({ headers: { location: word } }).headers.location)

const several = media({ 'application/json': Todo, 'text/csv': word }, { headers: { etag: word } })
expectAssignable<Media>(several)
expectType<typeof Todo>(several.types['application/json'])
expectType<z.ZodString>(several.types['text/csv'])
expectType<z.ZodString>(several.headers.etag)
expectNotAssignable<keyof typeof several.types>('text/html')

// Whatever may stand under a status.
expectAssignable<Body>(Todo)
expectAssignable<Body>(json(Todo))
expectAssignable<Body>(empty())
expectAssignable<Body>(several)
expectNotAssignable<Body>({ id: 'string' })
expectNotAssignable<Body>('application/json')

// What is no schema is no content.
expectError(json({ id: 'string' }))
expectError(json(Todo, { headers: { etag: 'string' } }))
expectError(json(Todo, { headers: { 'x trace': word } }))
expectError(json(Todo, { headers: { ETag: word } }))
expectError(empty({ headers: { 'early-data': word } }))
expectError(media({ 'application/json': 'Todo' }))
expectError(json())
