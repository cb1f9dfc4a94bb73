/**
 * The public suites of oasdiff and of OpenAPITools' openapi-diff: how many of their expectations hold here, by area.
 *
 * oasdiff expects changes with a level; one is met where a change of the same direction at the same operation breaks a client
 * (ERR, WARN) or breaks none (INFO). openapi-diff expects a verdict of a whole pair. Every expectation that is not met is listed below
 * with the reason, and nothing is listed that is met.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { type Change, compare } from '../../src/diff/index.js'
import { jsonOf, load, present, suites } from './corpus.js'

const EXHAUSTIVE = 'an exhaustive client has no branch for it: that breaks it here'
const SAME = 'the same values are let through, written in another way'
const NAMES = 'components are compared by what they hold, never by name'
const OFF_THE_WIRE = 'no message is another for it'
const WIDER = 'what was let through is let through still'

/** Of oasdiff: by id, or by pair and id. */
const differences: Readonly<Record<string, string>> = {
  'response-success-status-added': EXHAUSTIVE,
  'api-security-added': 'who has no credentials is turned away: that breaks every client',
  'api-global-security-added': 'who has no credentials is turned away: that breaks every client',
  'api-security-component-added': OFF_THE_WIRE,
  'api-schema-removed': NAMES,
  'request-body-discriminator-added': OFF_THE_WIRE,
  'request-property-discriminator-added': OFF_THE_WIRE,
  'response-body-discriminator-added': OFF_THE_WIRE,
  'response-property-discriminator-added': OFF_THE_WIRE,
  'response-property-default-value-changed': 'a default is for who leaves a value out; a response has what it has',
  'request-parameter-default-value-changed': 'bcp: what a client sends means what it did',
  'request-body-prefix-items-added': 'the first item is of another type than it was',
  'request-property-prefix-items-added': 'the first item is of another type than it was',
  'response-required-property-became-write-only': 'write-only is not in responses: it is gone',
  'response-property-pattern-changed': 'a client that validates meets what the old pattern did not let through',
  'response-property-pattern-removed': 'a client that validates meets what the old pattern did not let through',
  'request-property-all-of-added': 'what was added to the allOf says nothing of values',
  'request-body-all-of-added': 'what was added to the allOf refuses nothing that was taken',
  'response-body-all-of-added': 'what was added to the allOf says nothing of values',
  'response-body-all-of-removed': 'what went from the allOf said nothing that is not said still',
  'response-property-all-of-removed': 'what went from the allOf said nothing that is not said still',
  'webhook-added': 'a client that names every request it gets has no branch for it',
  'nullable_wrap_base.yaml request-property-enum-value-removed': `null in a union: ${SAME}`,
  'nullable_wrap_base.yaml request-property-type-changed': `null in a union: ${SAME}`,
  'nullable_wrap_base.yaml request-property-removed': `null in a union: ${SAME}`,
  'nullable_wrap_body_base.yaml request-body-type-changed': `null in a union: ${SAME}`,
  'nullable_wrap_body_base.yaml request-property-removed': `null in a union: ${SAME}`,
  'nullable_wrap_response_base.yaml response-property-enum-value-removed': `null in a union: ${SAME}`,
  'request_body_any_of_media_type_base.yaml request-body-any-of-removed': NAMES,
  'request_body_any_of_media_type_base.yaml request-body-any-of-added': NAMES,
  'request_parameter_became_enum_base.yaml request-parameter-enum-value-added': 'the enum is new: it lets less through',
  'request_parameter_max_items_updated_base.yaml request-parameter-max-items-increased': 'maxItems of a string says nothing',
  'request_parameter_max_updated_base.yaml request-parameter-max-increased': 'maximum of a string says nothing',
  'request_property_any_of_ref_inline_enum_base.yaml request-property-any-of-removed': SAME,
  'request_property_any_of_ref_inline_enum_base.yaml request-property-any-of-added': SAME,
  'request_property_any_of_removed_base.yaml request-body-any-of-removed': `another member has the same: ${WIDER}`,
  'request_property_any_of_removed_base.yaml request-property-any-of-removed': `another member has the same: ${WIDER}`,
  'request_property_one_of_wrapped_base.yaml request-body-type-changed': `in a union: ${SAME}`,
  'request_property_one_of_wrapped_base.yaml request-property-removed': `in a union: ${SAME}`,
  'request_xml_type_compatible_base.yaml request-body-type-generalized':
    'the text of XML is no string of JSON Schema: another type is another type',
  'response_schema_type_changed_base.yaml response-optional-property-added': 'the body was a string: its type changed, which is told',
  'transition_claims_enum_base.yaml request-property-enum-value-removed': `the enum is a type now: ${WIDER}`,
  'webhook_operation_base.yaml request-body-became-required':
    'a client gets the request of a webhook: it has content always now, and had at times',
  'pattern-base.yaml request-property-pattern-removed': 'the property is read-only: it is not in requests',
  'request-required-property-became-write-only': 'write-only says nothing of requests',
  'no-type-base.yaml response-property-type-changed': 'any value became one type: a response may be less than it was',
  'param-test-base.yaml request-parameter-list-of-types-narrowed': 'a query is text: what takes a string takes what numbers are written as',
  'param-test-base.yaml request-parameter-type-generalized': 'a query is text: what takes a string takes what numbers are written as',
  'inline-ref-byte-identical-base.yaml request-body-any-of-added': SAME,
  'inline-ref-standalone-add-base.yaml request-body-any-of-added': SAME,
  'multi-refs-base.yaml request-body-one-of-removed': `another member has the same: ${WIDER}`,
  'multi-refs-base.yaml request-property-removed': `another member has the same: ${WIDER}`,
}
/** Pairs in which oasdiff finds nothing. */
const found: Readonly<Record<string, string>> = {
  'additional_properties_traversal_base.yaml': 'a required property of the entries of a map is gone: it is looked at',
  'not_base.yaml': 'another `not` refuses other values: which ones cannot be told',
  'response_xml_type_compatible_base.yaml': 'the text of XML is no string of JSON Schema: another type is another type',
  'unevaluated_bool_base.yaml': 'unevaluatedProperties: false refuses what was taken',
  'request-new-required-prop-base.yaml': 'a name that is required without a property is required all the same',
}

/** Of openapi-diff: by test. */
const verdicts: Readonly<Record<string, string>> = {
  'AllOfDiffTest.testDiffSameWithAllOf': 'a hint: a schema that no operation uses is another one',
  'OneOfDiffTest.testComposedSchema': 'each member has all that the schema had',
  'OneOfDiffTest.testOneOfToAnyOfDoesNotThrow': `the members are the same: ${OFF_THE_WIRE}`,
  'ParameterDiffTest.issue458ExclusiveMinimumRemoved': `exclusiveMinimum: false is what nothing means: ${SAME}`,
  'ParameterDiffTest.issue458ExclusiveMaximumRemoved': `exclusiveMaximum: false is what nothing means: ${SAME}`,
  'SchemaDiffTest.addPropertyHandlingTest': 'a property of the response is gone: an exhaustive client names it',
  'ApiResponseBCTest.changedButCompatible': EXHAUSTIVE,
  'ApiResponseBCTest.decreased': 'a 400 that never comes breaks no client',
  'ContentBCTest.changedButCompatible': EXHAUSTIVE,
  'HeaderBCTest.responseExplodeChanged': 'a text has no parts: it is written alike, exploded or not',
  'HeaderBCTest.responseRequiredIncreased': 'a field that is always sent breaks no client',
  'MinLengthBCTest.responseMinLengthIncreased': 'a longer text is one that was let through before',
  'MinLengthBCTest.responseMinLengthDecreasedButCompatible': 'a client that validates meets a shorter text than it was promised',
  'OperationBCTest.operationIdChangedInCompatibleWithFlagSet': 'a hint: nothing on the wire is another for it',
  'ParameterBCTest.explodeChanged': 'a text has no parts: it is written alike, exploded or not',
  'ReadOnlyBCTest.changedButCompatible': 'readOnly says nothing of responses',
  'SchemaBCTest.changedButCompatible': 'properties are gone: an exhaustive client names them',
  'SchemaBCTest.requestPropsPutIncreased': 'properties are gone: an exhaustive client names them',
  'WriteOnlyBCTest.changedButCompatible': 'writeOnly says nothing of requests',
  'WriteOnlyBCTest.responseWriteOnlyRequiredDecreased': 'the property was not in responses and is now: clients pass over it',
}

const isBreaking = ({ level }: Change): boolean => level === 'must' || level === 'should'
const score = new Map<string, { met: number; all: number }>()
const count = (area: string, met: boolean): void => {
  const row = score.get(area) ?? { met: 0, all: 0 }
  score.set(area, { met: row.met + Number(met), all: row.all + 1 })
}
const used = new Set<string>()

interface Expected {
  readonly id: string
  readonly level: string
  readonly operation: string | null
  readonly path: string | null
}

const areaOf = (id: string): string =>
  /security/.test(id)
    ? 'security'
    : /parameter/.test(id)
      ? 'parameters'
      : /media-type/.test(id) && !/content-media-type/.test(id)
        ? 'media types'
        : /status/.test(id)
          ? 'statuses'
          : /^(request|new-)/.test(id)
            ? 'request schemas'
            : /^response/.test(id)
              ? 'response schemas'
              : 'documents'

const isMet = ({ id, level, operation, path }: Expected, changes: readonly Change[]): boolean => {
  const direction = /^(request|response)/.exec(id)?.[1] ?? (id.startsWith('new-') ? 'request' : undefined)
  const shape = (template: string | null) => template?.replace(/\{[^}]*\}/g, '{}').replace(/^webhook:/, 'webhook ')
  const here = changes.filter(
    (change) =>
      (id.startsWith('webhook-')
        ? change.id === id
        : !direction || change.id.replace(/^webhook-/, '').startsWith(direction) || /^(discriminator|property)/.test(change.id)) &&
      change.uses.some((use) => operation === null || use.method === null || (use.method === operation && shape(use.path) === shape(path))),
  )
  return here.some((change) => isBreaking(change) === (level !== 'INFO'))
}

describe.runIf(present(suites))('public suites', () => {
  const { cases } = jsonOf<{
    readonly cases: readonly { readonly base: string; readonly revision: string; readonly changes: readonly Expected[] }[]
  }>(`${suites}/oasdiff/expected.json`)
  it.each(cases)('oasdiff: $base', ({ base, revision, changes }) => {
    const ours = compare(load(`${suites}/oasdiff/specs/${base}`), load(`${suites}/oasdiff/specs/${revision}`))
    const name = base.replace(/^.*\//, '')
    const wrong: string[] = []
    for (const expected of changes) {
      const met = isMet(expected, ours)
      count(`oasdiff, ${areaOf(expected.id)}`, met)
      if (met) continue
      const key = [`${name} ${expected.id}`, expected.id].find((one) => Object.hasOwn(differences, one))
      if (key) used.add(key)
      else wrong.push(`${expected.level} ${expected.id}`)
    }
    if (changes.length === 0) {
      const none = !ours.some(isBreaking)
      count('oasdiff, nothing that breaks', none)
      if (!none && Object.hasOwn(found, name)) used.add(name)
      else if (!none) wrong.push(...ours.filter(isBreaking).map(({ id }) => id))
    }
    expect(wrong).toEqual([])
  })

  const { cases: tests } = jsonOf<{
    readonly cases: readonly { readonly test: string; readonly old: string; readonly new: string; readonly expected: string }[]
  }>(`${suites}/openapitools-openapi-diff/expected.json`)
  it.each(tests)('openapi-diff: $test', ({ test, old, new: now, expected }) => {
    const folder = `${suites}/openapitools-openapi-diff/specs`
    const ours = compare(load(`${folder}/${old}`), load(`${folder}/${now}`))
    const breaking = ours.some(isBreaking)
    const met =
      expected === 'no-changes'
        ? ours.length === 0
        : expected === 'changed'
          ? ours.length > 0
          : expected === 'incompatible'
            ? breaking
            : ours.length > 0 && !breaking
    count(`openapi-diff, ${expected}`, met)
    if (!met) used.add(test)
    if (!met) expect(verdicts).toHaveProperty([test])
  })

  it('lists no difference that is none', () => {
    const listed = [...Object.keys(differences), ...Object.keys(found), ...Object.keys(verdicts)]
    expect(listed.filter((key) => !used.has(key))).toEqual([])
  })

  afterAll(() => {
    const rows = [...score].sort(([a], [b]) => a.localeCompare(b)).map(([area, { met, all }]) => `  ${area.padEnd(34)} ${met} of ${all}`)
    const sum = (suite: string) => {
      const own = [...score].filter(([area]) => area.startsWith(suite))
      return `${own.reduce((total, [, { met }]) => total + met, 0)} of ${own.reduce((total, [, { all }]) => total + all, 0)}`
    }
    console.log(
      [
        'expectations met',
        ...rows,
        `  in all: oasdiff ${sum('oasdiff')}, openapi-diff ${sum('openapi-diff')}; the others are explained in test/diff/suites.test.ts`,
      ].join('\n'),
    )
  })
})
