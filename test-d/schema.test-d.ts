/** Any Standard Schema, inferred as precisely whoever made it. */
import { type } from 'arktype'
import type { Content, Input, Output, Schema } from 'statute'
import { get, json, post } from 'statute'
import { expectAssignable, expectNotAssignable, expectType } from 'tsd'
import * as v from 'valibot'
import { z } from 'zod'

interface In {
  id: string
  age?: number | undefined
  tags: string[]
}

const zod = z.object({ id: z.string(), age: z.number().optional(), tags: z.array(z.string()) })
const valibot = v.object({ id: v.string(), age: v.optional(v.number()), tags: v.array(v.string()) })
const arktype = type({ id: 'string', 'age?': 'number', tags: 'string[]' })
expectAssignable<Schema>(zod)
expectAssignable<Schema>(valibot)
expectAssignable<Schema>(arktype)
expectNotAssignable<Schema>({ id: 'string' })
expectNotAssignable<Schema>('string')

expectType<z.infer<typeof zod>>({} as Output<typeof zod>)
expectType<v.InferOutput<typeof valibot>>({} as Output<typeof valibot>)
expectType<typeof arktype.infer>({} as Output<typeof arktype>)
expectAssignable<In>({} as Output<typeof zod>)
expectAssignable<In>({} as Output<typeof valibot>)
expectAssignable<In>({} as Output<typeof arktype>)

// What goes in is not what comes out.
const zodDate = z.string().transform((value) => new Date(value))
const valibotDate = v.pipe(
  v.string(),
  v.transform((value) => new Date(value)),
)
const arktypeDate = type('string').pipe((value) => new Date(value))
expectType<string>({} as Input<typeof zodDate>)
expectType<string>({} as Input<typeof valibotDate>)
expectType<string>({} as Input<typeof arktypeDate>)
expectType<Date>({} as Output<typeof zodDate>)
expectType<Date>({} as Output<typeof valibotDate>)
expectType<Date>({} as Output<typeof arktypeDate>)

// Defaults: optional going in, there coming out.
const zodDefault = z.object({ page: z.string().default('1') })
const valibotDefault = v.object({ page: v.optional(v.string(), '1') })
const arktypeDefault = type({ page: "string = '1'" })
expectAssignable<Input<typeof zodDefault>>({})
expectAssignable<Input<typeof valibotDefault>>({})
expectAssignable<Input<typeof arktypeDefault>>({})
expectType<{ page: string }>({} as Output<typeof zodDefault>)
expectType<{ page: string }>({} as Output<typeof valibotDefault>)
expectType<{ page: string }>({} as Output<typeof arktypeDefault>)

// Unions, literals, and schemas without an object.
expectType<'open' | 'done'>({} as Output<z.ZodEnum<{ open: 'open'; done: 'done' }>>)
const states = v.picklist(['open', 'done'])
const arkStates = type("'open' | 'done'")
expectType<'open' | 'done'>({} as Output<typeof states>)
expectType<'open' | 'done'>({} as Output<typeof arkStates>)

// A schema keeps its own type through makers and routes.
expectType<Content<typeof valibot, 'application/json', {}>>(json(valibot))
expectType<Content<typeof arktype, 'application/json', {}>>(json(arktype))
const byValibot = post('/todos', { body: json(valibot), query: valibotDefault, responses: { 201: json(valibot) } })
const byArktype = get('/todos/:id', { params: type({ id: 'string' }), query: arktypeDefault, responses: { 200: arktype } })
expectType<v.InferOutput<typeof valibot>>({} as Output<(typeof byValibot)['spec']['responses'][201]['schema']>)
expectType<{ page: string }>({} as Output<(typeof byValibot)['spec']['query']>)
expectType<typeof arktype.infer>({} as Output<(typeof byArktype)['spec']['responses'][200]>)
expectType<{ id: string }>({} as Output<(typeof byArktype)['spec']['params']>)
