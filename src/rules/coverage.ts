/** Which rules a description can show, and why it cannot show the others. */
import type { Rule } from './rule.js'

/** What becomes of a rule: it is judged in a description, or there is a reason why it is not. */
export type Coverage = 'judged' | { readonly because: string }

/** The rules about documents that no judge speaks for. A test holds this table against the catalogue of rules. */
export const unshowable: { readonly [rule: string]: string } = {
  'content-type-with-content': 'the keys of content are media types, so that content without one cannot be written down',
  'get-head-supported': 'a resource may answer GET and HEAD by 405, and nothing in a description speaks of the server as a whole',
  'no-required-reason-phrase': 'a description has no place for a reason phrase',
  'openapi-body-on-undefined-method':
    'get-content-discouraged, head-content-discouraged, delete-content-discouraged and trace-no-request-content say it of the same place',
  'openapi-no-content-status-without-content':
    'no-content-1xx, no-content-204, no-content-205, no-content-304 and no-content-head say it of the same place',
}

/** Whether a rule is judged in descriptions, and if not, why. */
export const coverage = (rule: Rule): Coverage | undefined => {
  if (rule.response || rule.operation || rule.description) return 'judged'
  const because = unshowable[rule.id]
  return because === undefined ? undefined : { because }
}
