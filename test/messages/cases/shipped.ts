/** A contract that comes as a declaration file, from a package that was compiled before. */
import { contract, del, empty, get, json, type Content, type Empty, type Output, type Problem } from 'statute'
import { failures, Todo, todos } from 'shipped/contract'
import { z } from 'zod'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined

type Routes = (typeof todos)['routes']
holds<Same<keyof Routes, 'list' | 'read' | 'one'>>()
holds<Same<Routes['list']['method'], 'GET'>>()
holds<Same<Routes['read']['path'], '/todos/:id'>>()
holds<Same<keyof Routes['read']['spec']['responses'], 200 | 304 | 404>>()
holds<Same<Routes['read']['spec']['responses'][200], Content<typeof Todo, 'application/json', { etag: z.ZodString }>>>()
holds<Same<Routes['read']['spec']['responses'][304], Empty<{}>>>()
holds<Same<Output<Routes['read']['spec']['responses'][404]['schema']>, Problem>>()
holds<Same<Routes['one']['rename']['spec']['idempotent'], 'value-setting'>>()
holds<Same<Routes['one']['rename']['spec']['body'], Content<typeof Todo, 'application/merge-patch+json', {}>>>()
holds<Same<Output<Routes['list']['spec']['query']>, { done?: string | undefined }>>()
holds<Same<keyof (typeof todos)['options']['common'], 401 | 500>>()

contract({
  todos,
  get: get('/more', { responses: { 200: json(Todo), ...failures } }),
  // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
  remove: del('/more/:id', { responses: { 204: json(Todo) } }),
  group: { todos, clear: del('/more', { responses: { 204: empty() } }) },
})
