/** A strict law: what should be refuses too. */
import { bytes, defineRegistry, empty, json, problem, rfc9110 } from 'statute'
import { z } from 'zod'

const { contract, del, get, options, patch, post, route } = defineRegistry({ extends: rfc9110, strict: true })

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

del('/todos', {
  // @refused at "body": DELETE content has no defined meaning (RFC 9110 §9.3.5): name the resource in the path, or use post() [delete-content-discouraged]
  body: json(Todo),
  responses: { 204: empty() },
})
// @accepted [delete-content-discouraged]
del('/todos/:id', { responses: { 204: empty() } })

route('COPY', '/todos', {
  headers: { destination: word },
  // @refused at "body": COPY content has no defined meaning (RFC 9110 §9.3.1): remove body, or use post() or query() [origin-no-reliance-on-undefined-content]
  body: json(Todo),
  responses: { 201: empty({ headers: { location: word } }) },
})
// @accepted [origin-no-reliance-on-undefined-content]
route('COPY', '/todos', { headers: { destination: word }, responses: { 201: empty({ headers: { location: word } }) } })

get('/film', {
  headers: { range: word },
  responses: {
    206: bytes({ headers: { 'content-range': word } }),
    // @refused at "416": 416 Range Not Satisfiable should send Content-Range (RFC 9110 §15.5.17): add headers: { 'content-range': … } [content-range-416]
    416: problem(),
  },
})
// @accepted [content-range-416]
get('/film', {
  headers: { range: word },
  responses: { 206: bytes({ headers: { 'content-range': word } }), 416: problem({ headers: { 'content-range': word } }) },
})

post('/todos', {
  body: json(Todo),
  responses: {
    // @refused at "201": 201 Created to POST should send Location (RFC 9110 §9.3.3): add headers: { location: … } [post-created-location]
    201: json(Todo),
  },
})
// @accepted [post-created-location]
post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: word } }) } })
// What should be sent may be absent.
// @accepted [post-created-location]
post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: word.optional() } }) } })

get('/old', {
  responses: {
    // @refused at "301": 301 Moved Permanently should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]
    301: empty(),
    // @refused at "302": 302 Found should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]
    302: empty(),
    // @refused at "307": 307 Temporary Redirect should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]
    307: empty(),
    // @refused at "308": 308 Permanent Redirect should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]
    308: empty(),
  },
})
// @accepted [location-on-redirect]
get('/old', { responses: { 301: empty({ headers: { location: word } }) } })

patch('/todos/:id', {
  body: json(Todo),
  responses: {
    200: json(Todo),
    // @refused at "415": 415 Unsupported Media Type to PATCH should send Accept-Patch (RFC 5789 §2.2): add headers: { 'accept-patch': … } [accept-patch-415]
    415: problem({ headers: { accept: word } }),
  },
})
// @accepted [accept-patch-415]
patch('/todos/:id', {
  body: json(Todo),
  responses: { 200: json(Todo), 415: problem({ headers: { 'accept-patch': word, accept: word } }) },
})

options('/todos', {
  responses: {
    // @refused at "204": 204 No Content to OPTIONS should send Allow (RFC 9110 §9.3.7): add headers: { allow: … } [allow-on-options]
    204: empty(),
  },
})
// @accepted [allow-on-options]
options('/todos', { responses: { 204: empty({ headers: { allow: word } }) } })

del('/todos/:id', {
  responses: {
    // @refused at "201": DELETE should not succeed with 201 Created (RFC 9110 §9.3.5): use 200, 202 or 204 [delete-success-statuses]
    201: json(Todo),
  },
})
// @accepted [delete-success-statuses]
del('/todos/:id', { responses: { 200: json(Todo), 202: empty(), 204: empty(), 404: problem() } })

// What must be is refused as ever, and a waiver lifts a should.
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: json(Todo) } })
contract({
  old: get('/old', { waive: { 'location-on-redirect': 'the gateway adds it' }, responses: { 301: empty() } }),
})
