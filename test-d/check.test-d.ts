/** The check: a wrong declaration is an error. What the error says, and where, is tested in test/messages. */
import { bytes, del, empty, get, head, json, patch, post, problem, put, query, route, trace } from 'statute'
import { expectError } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string() })
const word = z.string()

// Content
expectError(del('/todos/:id', { responses: { 204: json(Todo) } }))
expectError(post('/todos', { body: json(Todo), responses: { 205: json(Todo) } }))
expectError(get('/todos', { responses: { 200: json(Todo, { headers: { etag: word } }), 304: json(Todo) } }))
expectError(get('/todos', { responses: { 100: json(Todo), 200: json(Todo) } }))
expectError(head('/todos', { responses: { 200: json(Todo) } }))
expectError(head('/todos', { responses: { 200: empty(), 404: problem() } }))
expectError(route('CONNECT', 'example.com:443', { responses: { 200: json(Todo) } }))
expectError(get('/todos', { body: json(Todo), responses: { 200: json(Todo) } }))
expectError(trace('/', { body: json(Todo), responses: { 200: json(Todo) } }))
expectError(patch('/todos/:id', { responses: { 200: json(Todo) } }))
expectError(query('/todos', { responses: { 200: json(Todo) } }))

// Fields
expectError(get('/todos', { responses: { 200: json(Todo), 401: problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 401: problem({ headers: { 'www-authenticate': word.optional() } }) } }))
expectError(get('/todos', { responses: { 200: json(Todo), 405: problem() } }))
expectError(post('/todos', { body: json(Todo), responses: { 303: empty() } }))
expectError(trace('/', { headers: { cookie: word }, responses: { 200: bytes() } }))
expectError(route('PROPFIND', '/shelf', { responses: { 207: bytes() } }))

// Statuses
expectError(post('/todos', { body: json(Todo), responses: { 200: json(Todo), 304: empty() } }))
expectError(put('/todos/:id', { body: json(Todo), responses: { 205: empty() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 304: empty() } }))
expectError(put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 412: problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 418: problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 499: problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 600: problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), '4XX': problem() } }))
expectError(get('/todos', { responses: { 200: json(Todo), 502: problem() } }))
expectError(get('/todos', { responses: { 103: empty() } }))
expectError(get('/todos', { responses: {} }))

// Claims, waivers, keys, methods
expectError(patch('/todos/:id', { idempotent: 'trust me', body: json(Todo), responses: { 200: json(Todo) } }))
expectError(patch('/todos/:id', { idempotent: 'precondition', body: json(Todo), responses: { 200: json(Todo) } }))
expectError(get('/todos', { waive: { 'no-such-rule': 'because' }, responses: { 200: json(Todo) } }))
expectError(get('/todos', { header: { accept: word }, responses: { 200: json(Todo) } }))
expectError(get('/todos', {}))
expectError(route('get', '/todos', { responses: { 200: json(Todo) } }))
expectError(route('PURGE', '/todos', { responses: { 204: empty() } }))
expectError(route('CONNECT', '/todos', { responses: { 200: empty() } }))
