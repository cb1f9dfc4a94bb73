/** The parameters that a path literal names. */
import type { ParamNames } from 'statute'
import { get, json } from 'statute'
import { expectError, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string() })
const word = z.string()
const responses = { 200: json(Todo) } as const

expectType<never>({} as ParamNames<'/'>)
expectType<never>({} as ParamNames<'/todos'>)
expectType<'id'>({} as ParamNames<'/todos/:id'>)
expectType<'org' | 'id'>({} as ParamNames<'/orgs/:org/todos/:id'>)
expectType<'org'>({} as ParamNames<'/orgs/:org/todos'>)
expectType<'a' | 'b' | 'c'>({} as ParamNames<'/:a/:b/:c'>)
// A colon begins a parameter only at the start of a segment.
expectType<never>({} as ParamNames<'/todos:batch'>)

expectType<'/orgs/:org/todos/:id'>(get('/orgs/:org/todos/:id', { params: z.object({ org: word, id: word }), responses }).path)
expectError(get('/orgs/:org/todos/:id', { params: z.object({ org: word }), responses }))
expectError(get('/orgs/:org/todos/:id', { params: z.object({ org: word, id: word, page: word }), responses }))
expectError(get('/todos/:id', { params: z.object({ todoId: word }), responses }))
expectError(get('/todos/:id', { params: z.object({ id: z.number() }), responses }))
expectError(get('todos', { responses }))
expectError(get('*', { responses }))
