/** The law for WebDAV servers. The methods and statuses of WebDAV are registered, hence in `rfc9110`; what it adds stands here. */
import { extendLaw } from './define.js'
import { text } from './facts.js'
import { rfc9110 } from './rfc9110.js'

/**
 * RFC 9110 with the fields of WebDAV, and with the two among them that can fail a request.
 *
 * @example toolkit(webdav).isSafe('PROPFIND') //=> true
 * @see {@link https://www.rfc-editor.org/rfc/rfc4918#section-10 | RFC 4918 §10}
 */
export const webdav = /* @__PURE__ */ extendLaw({
  extends: rfc9110,
  name: 'WebDAV',
  statuses: {
    412: {
      wants: {
        rule: 'precondition-failed-needs-precondition',
        fields: ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if', 'overwrite'],
      },
      departs: /* @__PURE__ */ text('In WebDAV, If and Overwrite are conditions too (RFC 4918 §10.4 and §10.6).'),
    },
  },
  fields: {
    /** Says which parts of WebDAV the resource supports (RFC 4918 §10.1). */
    dav: {
      name: 'DAV',
      cite: 'RFC 4918 §10.1',
      in: 'both',
      purpose: /* @__PURE__ */ text('Says which parts of WebDAV the resource supports.'),
    },
    /** Makes the request depend on locks and entity tags (RFC 4918 §10.4). */
    if: {
      name: 'If',
      cite: 'RFC 4918 §10.4',
      in: 'request',
      purpose: /* @__PURE__ */ text('Makes the request depend on locks and entity tags.'),
    },
    /** Says whether COPY and MOVE may replace what is there (RFC 4918 §10.6). */
    overwrite: {
      name: 'Overwrite',
      cite: 'RFC 4918 §10.6',
      in: 'request',
      purpose: /* @__PURE__ */ text('Says whether COPY and MOVE may replace what is there.'),
    },
    /** Says how long the client would like to hold the lock (RFC 4918 §10.7). */
    timeout: {
      name: 'Timeout',
      cite: 'RFC 4918 §10.7',
      in: 'request',
      purpose: /* @__PURE__ */ text('Says how long the client would like to hold the lock.'),
    },
  },
})
