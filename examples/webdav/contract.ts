/** WebDAV (RFC 4918): its methods and statuses are registered, so `route` takes them; the law `webdav` adds its fields. */
import { bytes, empty, text, toolkit, webdav } from 'statute'
import { z } from 'zod'

const { contract, get, method, put, route } = toolkit(webdav)

const xml = text({ type: 'application/xml' })
const depth = z.enum(['0', '1', 'infinity'])
const destination = z.url()

/** A method used more than once deserves a function, as GET has `get`. */
const lock = method('LOCK')

export const dav = contract({
  // PROPFIND without `depth` does not compile: RFC 4918 §9.1 wants it.
  properties: route('PROPFIND', '/dav/:file', { headers: { depth }, body: xml, responses: { 207: xml } }),
  amend: route('PROPPATCH', '/dav/:file', { body: xml, responses: { 207: xml } }),
  folder: route('MKCOL', '/dav/:file', { responses: { 201: empty(), 507: xml } }),
  read: get('/dav/:file', { responses: { 200: bytes({ headers: { etag: z.string() } }) } }),
  write: put('/dav/:file', {
    // Here `if` is a precondition too, so that it makes the 412 possible; under plain RFC 9110 it would not.
    headers: { if: z.string().optional() },
    body: bytes(),
    responses: { 201: empty(), 204: empty(), 412: xml, 423: xml },
  }),
  // COPY and MOVE need to know where to.
  copy: route('COPY', '/dav/:file', {
    headers: { destination, depth: depth.optional(), overwrite: z.enum(['T', 'F']).optional() },
    responses: { 201: empty(), 204: empty(), 207: xml, 412: xml },
  }),
  move: route('MOVE', '/dav/:file', {
    headers: { destination, overwrite: z.enum(['T', 'F']).optional() },
    responses: { 201: empty(), 204: empty(), 412: xml },
  }),
  lock: lock('/dav/:file', {
    headers: { timeout: z.string().optional(), depth: depth.optional() },
    body: xml,
    responses: { 200: text({ type: 'application/xml', headers: { 'lock-token': z.string() } }), 423: xml },
  }),
  unlock: route('UNLOCK', '/dav/:file', { headers: { 'lock-token': z.string() }, responses: { 204: empty() } }),
})
