/** Methods and request targets. */
import { empty, get, json, options, put, route } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })

// @refused at "'GET ALL'": GET ALL is not a method name (RFC 9110 §9.1): use letters, digits or the marks of a token, without spaces [method-token]
route('GET ALL', '/todos', { responses: { 200: json(Todo) } })
// @accepted [method-token]
route('BASELINE-CONTROL', '/todos', { responses: { 200: json(Todo) } })

// @refused at "'get'": get is not a method: names are case-sensitive (RFC 9110 §9.1): write it in capitals [method-case-sensitive]
route('get', '/todos', { responses: { 200: json(Todo) } })
// @refused at "'Patch'": Patch is not a method: names are case-sensitive (RFC 9110 §9.1): write it in capitals [method-case-sensitive]
route('Patch', '/todos', { body: Todo, responses: { 200: json(Todo) } })
// @accepted [method-case-sensitive]
// @accepted [registered-method]
route('GET', '/todos', { responses: { 200: json(Todo) } })

// @refused at "'PURGE'": PURGE is not a method for applications (RFC 9205 §4.5): use a registered one, or defineRegistry({ methods: { … } }) [registered-method]
route('PURGE', '/todos', { responses: { 204: empty() } })
// The reserved name and the preface of HTTP/2 are registered, and no methods to use.
// @refused at "'PRI'": PRI is not a method for applications (RFC 9205 §4.5): use a registered one, or defineRegistry({ methods: { … } }) [registered-method]
route('PRI', '/todos', { responses: { 204: empty() } })

// @refused at "'/tunnel'": CONNECT names a host and a port, not a path (RFC 9110 §9.3.6): write 'example.com:443' [connect-authority-form]
route('CONNECT', '/tunnel', { responses: { 200: empty() } })
// @refused at "'example.com'": CONNECT names a host and a port, not a path (RFC 9110 §9.3.6): write 'example.com:443' [connect-authority-form]
route('CONNECT', 'example.com', { responses: { 200: empty() } })
// @accepted [connect-authority-form]
route('CONNECT', 'example.com:443', { responses: { 200: empty() } })

// @refused at "'*'": GET binds to a path of URI characters starting with / (RFC 3986 §3.3): write '/todos/:id', without query or fragment (only OPTIONS may take *) [path-form]
get('*', { responses: { 200: json(Todo) } })
// @refused at "'*'": PUT binds to a path of URI characters starting with / (RFC 3986 §3.3): write '/todos/:id', without query or fragment (only OPTIONS may take *) [path-form]
route('PUT', '*', { body: Todo, responses: { 204: empty() } })
// @accepted [asterisk-form-options-only]
options('*', { responses: { 204: empty({ headers: { allow: z.string() } }) } })
// @accepted [asterisk-form-options-only]
route('OPTIONS', '*', { responses: { 204: empty({ headers: { allow: z.string() } }) } })

// @refused at "'todos'": GET binds to a path of URI characters starting with / (RFC 3986 §3.3): write '/todos/:id', without query or fragment (only OPTIONS may take *) [path-form]
get('todos', { responses: { 200: json(Todo) } })
// @refused at "'https://example.com/todos'": PUT binds to a path of URI characters starting with / (RFC 3986 §3.3): write '/todos/:id', without query or fragment (only OPTIONS may take *) [path-form]
put('https://example.com/todos', { body: Todo, responses: { 204: empty() } })
// @refused at "'todos'": GET binds to a path of URI characters starting with / (RFC 3986 §3.3): write '/todos/:id', without query or fragment (only OPTIONS may take *) [path-form]
route('GET', 'todos', { responses: { 200: json(Todo) } })
// @accepted [path-form]
get('/', { responses: { 200: json(Todo) } })
