/**
 * The judges that several rules share.
 *
 * Each reads the rows of the law and speaks for one rule: it finds an offence where the row names that rule. Where a row names none,
 * the general rule of its kind speaks (`content-never`, `method-declares-content` …), so that a row of one's own is obeyed too.
 */
import { classes } from '../registry/classes.js'
import type { FieldFacts, MethodFacts, RuleName, StatusFacts } from '../registry/facts.js'
import type { Description, Field, Operation, Pointer, Response } from './description.js'
import type { Deed, Judge, Offence, Reply } from './rule.js'

/** The value of an own key: a method called `constructor` is no method of the law. */
export const own = <T>(record: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** Nothing: what most judges find at most places, made once. */
export const none: readonly Offence[] = []

/** The row of the method. */
export const methodFacts = ({ operation, description }: Deed): MethodFacts | undefined => own(description.law.methods, operation.method)

/** The row of the status; a range has none. */
export const statusFacts = ({ response, description }: Reply): StatusFacts | undefined =>
  response.status === undefined ? undefined : description.law.statuses[response.status]

/** The row of a field. */
export const fieldFacts = (description: Description, name: string): FieldFacts | undefined => own(description.law.fields, name)

/** What holds for a whole class: for a range, and for a code that the law does not hold (RFC 9110 §15). */
const classFacts = ({ class: digit }: Response) => own(classes, `${digit}xx`)

const isClass = (range: keyof typeof classes) => {
  const first = Number(range[0])
  return ({ class: digit }: Response): boolean => digit === first
}

export const isInformational = isClass('1xx')
export const isSuccessful = isClass('2xx')
export const isRedirection = isClass('3xx')

/** A place: keys of the contract, where the compiler speaks too; a pointer for a document, which is built otherwise. */
export const place = (description: Description, at: readonly (string | number)[], pointer: Pointer): Offence =>
  description.source === 'contract' ? { at } : { at, pointer }

/** The place of a declared field. */
export const fieldPlace = (description: Description, field: Field): Offence => ({
  ...place(description, ['headers', field.written], field.pointer),
  values: { field: field.written },
})

/** Whether the response is declared for every route, although it depends on the method or the request: that is then all there is to say. */
export const needsRoute = (reply: Reply): boolean => {
  if (!reply.response.common) return false
  const facts = statusFacts(reply)
  return (facts?.needs ?? facts?.wants?.fields ?? facts?.wants?.validator) !== undefined
}

/** Whether the status cannot answer the method at all: what it would carry or want is then beside the point. */
export const impossible = (reply: Reply): boolean => {
  if (needsRoute(reply)) return true
  const facts = statusFacts(reply)
  const method = methodFacts(reply)
  return facts?.never !== undefined || (facts?.needs !== undefined && method !== undefined && method[facts.needs] !== true)
}

/** Response content where the status, its class or the method has none. */
export const noContent =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const { response } = reply
    if (!response.hasContent || needsRoute(reply)) return none
    const status = statusFacts(reply) ?? classFacts(response)
    const method = methodFacts(reply)
    // The status speaks first: what it forbids is forbidden to every method.
    const silent =
      status?.content === 'never'
        ? { rule: (status as StatusFacts).contentRule, cite: status.cite }
        : method && (method.answers === 'fields' || (method.answers === 'tunnel' && isSuccessful(response)))
          ? { rule: method.answersRule, cite: method.cite }
          : undefined
    return silent && (silent.rule ?? 'content-never') === id ? [{ at: [], values: { cite: silent.cite } }] : none
  }

/** The rule that speaks about request content which is there and should not be, or is not there and should. */
const generalContentRule = {
  never: 'method-content-never',
  undefined: 'origin-no-reliance-on-undefined-content',
  expected: 'method-declares-content',
} as const

/** Request content that the method does not have, gives no meaning, or cannot do without. */
export const requestContent =
  (id: RuleName): Judge<Deed> =>
  (deed) => {
    const { operation, description } = deed
    const facts = methodFacts(deed)
    if (!facts || facts.content === 'allowed') return none
    const expected = facts.content === 'expected'
    if (expected === operation.hasContent || (facts.contentRule ?? generalContentRule[facts.content]) !== id) return none
    const offence = expected ? place(description, [], operation.pointer) : place(description, ['body'], operation.contentPointer)
    return [{ ...offence, values: { cite: facts.cite } }]
  }

type Wanted = { readonly [field: string]: RuleName } | undefined

/** Whether a rule is among those that want a field. */
const names = (wanted: Wanted, id: RuleName): boolean => wanted !== undefined && Object.values(wanted).includes(id)

/** Those fields of which a rule says that a response must or should send them, and which it does not. */
const missing = (id: RuleName, { response, description }: Reply, facts: StatusFacts, closer: Wanted): Offence[] => {
  const inParts = response.content.some(({ type }) => facts.unlessType !== undefined && type.startsWith(facts.unlessType))
  const required: Wanted = inParts ? {} : { ...facts.requires }
  const offences: Offence[] = []
  // What the method says of a field is closer to the case than what the status says.
  for (const [field, rule] of Object.entries({ ...facts.recommends, ...closer, ...required })) {
    if (rule !== id) continue
    const declared = response.fields.get(field)
    const mayBeMissing = field in required && description.source === 'contract' && declared?.required === false
    if (!declared || mayBeMissing) offences.push({ at: [], values: { field, cite: facts.cite } })
  }
  return offences
}

/** Fields that a response must or should send. An author who declares a required one as optional has said that it may be missing. */
export const requiresField =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const facts = statusFacts(reply)
    if (!facts) return none
    const closer = methodFacts(reply)?.recommends?.[reply.response.status!]
    const isNamed = names(facts.requires, id) || names(facts.recommends, id) || names(closer, id)
    return isNamed && !impossible(reply) ? missing(id, reply, facts, closer) : none
  }

/** Those of some declared fields that a rule forbids. */
const forbidden = (
  id: RuleName,
  rules: { readonly [field: string]: RuleName } | undefined,
  cite: string,
  fields: ReadonlyMap<string, Field>,
  description: Description,
): readonly Offence[] => {
  if (!rules || fields.size === 0) return none
  return Object.entries(rules).flatMap(([name, rule]) => {
    const field = rule === id ? fields.get(name) : undefined
    if (!field) return []
    const offence = fieldPlace(description, field)
    return [{ ...offence, values: { ...offence.values, cite } }]
  })
}

/** Fields that a response must not send. */
export const forbidsField =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const facts = statusFacts(reply)
    return facts ? forbidden(id, facts.forbids, facts.cite, reply.response.fields, reply.description) : none
  }

/** Request fields that the method must not carry. */
export const refusesRequestField =
  (id: RuleName): Judge<Deed> =>
  (deed) => {
    const facts = methodFacts(deed)
    return facts ? forbidden(id, facts.refusesFields, facts.cite, deed.operation.fields, deed.description) : none
  }

/** Request fields that the method cannot do without. */
export const wantsRequestField =
  (id: RuleName): Judge<Deed> =>
  (deed) => {
    const { operation, description } = deed
    const facts = methodFacts(deed)
    if (!facts?.wantsFields) return none
    return Object.entries(facts.wantsFields).flatMap(([field, rule]) => {
      if (rule !== id) return []
      const declared = operation.fields.get(field)
      const mayBeMissing = description.source === 'contract' && declared?.required === false
      if (declared && !mayBeMissing) return []
      return [{ ...place(description, ['headers'], operation.pointer), values: { field, cite: facts.cite } }]
    })
  }

/** Request fields to which the method gives no meaning. */
export const onlyForMethods =
  (id: RuleName): Judge<Deed> =>
  ({ operation, description }) => {
    if (operation.fields.size === 0) return none
    return [...operation.fields.values()].flatMap((field) => {
      const only = fieldFacts(description, field.name)?.only
      return only?.rule === id && !only.methods.includes(operation.method) ? [fieldPlace(description, field)] : []
    })
  }

/** Statuses that need a facet which the method does not have. */
export const facet =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const facts = statusFacts(reply)
    const isMissing = facts?.needs && !facts.never && methodFacts(reply)?.[facts.needs] === id && !needsRoute(reply)
    return isMissing ? [{ at: [], values: { cite: facts.cite } }] : none
  }

/** Statuses that answer no request. */
export const never =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const facts = statusFacts(reply)
    return facts?.never === id ? [{ at: [], values: { cite: facts.cite } }] : none
  }

/** Statuses that report a change, for a method that asks for none. */
export const effect =
  (id: RuleName): Judge<Reply> =>
  (reply) =>
    statusFacts(reply)?.effect === id && methodFacts(reply)?.safe ? [{ at: [] }] : none

/** Fields by which a client can tell one state of a representation from another (RFC 9110 §8.8). */
const validators = ['etag', 'last-modified']

/** The status of the response that a 304 stands for. */
export const RETRIEVED = 200

const hasValidator = ({ responses }: Operation): boolean =>
  responses.some((response) => {
    const retrieved = response.status === undefined ? isSuccessful(response) : response.status === RETRIEVED
    return retrieved && validators.some((name) => response.fields.has(name))
  })

/** Statuses whose condition the route does not state. */
export const wants =
  (id: RuleName): Judge<Reply> =>
  (reply) => {
    const { operation } = reply
    const facts = statusFacts(reply)
    const condition = facts?.wants
    if (!facts || condition?.rule !== id || impossible(reply)) return none
    if (facts.odd && own(facts.odd, operation.method) !== undefined) return none
    const stated =
      (!condition.fields || condition.fields.some((name) => operation.fields.has(name))) &&
      (!condition.roles || condition.roles.includes(operation.role ?? 'origin')) &&
      (!condition.validator || hasValidator(operation))
    return stated ? none : [{ at: [], values: { cite: facts.cite } }]
  }

/** Whether a name is a token (RFC 9110 §5.6.2), as methods and field names are. */
export const isToken = (name: string): boolean => /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name)

/** Whether a method is one of the law's, written in another case. */
export const miscased = ({ method }: Pick<Operation, 'method'>, { law }: Pick<Description, 'law'>): boolean =>
  own(law.methods, method) === undefined && own(law.methods, method.toUpperCase()) !== undefined

/** Declared fields whose name, as written, does not pass. */
export const misnamed = (
  fields: ReadonlyMap<string, Field>,
  description: Description,
  passes: (name: string) => boolean,
): readonly Offence[] => {
  if (fields.size === 0) return none
  return [...fields.values()].filter(({ written }) => !passes(written)).map((field) => fieldPlace(description, field))
}

/** Names in `params` that do not agree with those in the path: a pair that differs is one mistake, not two. */
export const parameters =
  (id: 'params-wrong' | 'params-missing' | 'params-extra'): Judge<Deed> =>
  ({ operation, description }) => {
    if (description.source !== 'contract' || !operation.params) return none
    const { params, pathNames } = operation
    const missing = pathNames.filter((name) => !params.has(name))
    const extra = [...params.keys()].filter((name) => !pathNames.includes(name))
    const pairs = Math.min(missing.length, extra.length)
    const offences = {
      'params-wrong': extra.slice(0, pairs).map((field, index) => ({ field, name: missing[index]! })),
      'params-missing': missing.slice(pairs).map((name) => ({ name })),
      'params-extra': extra.slice(pairs).map((name) => ({ name })),
    }
    return offences[id].map((values) => ({ at: ['params'], values }))
  }
