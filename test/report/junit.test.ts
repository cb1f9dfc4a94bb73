import { describe, expect, test } from 'vitest'
import { escapeXml, junit } from '../../src/report/junit.js'
import { rules } from '../../src/rules/index.js'
import { checkReport, lintReport } from './sample.js'

const caseOf = (xml: string, rule: string): string =>
  new RegExp(`    <testcase[^>]* name="${rule}"(?:/>|>[\\s\\S]*?</testcase>)`).exec(xml)?.[0] ?? ''

describe('junit', () => {
  const count = Object.keys(rules).length

  test('a suite for the document, a case for each rule', () => {
    const xml = junit(lintReport({ ignore: ['no-content-205'] }))
    expect(xml.split('\n').slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="statute">',
      `  <testsuite name="api/open api.yaml" tests="${count}" failures="2" errors="0" skipped="2">`,
    ])
    expect(xml.match(/<testcase /g)).toHaveLength(count)
  })

  test.each([
    [
      'fails',
      'no-content-204',
      `    <testcase classname="api/open api.yaml" name="no-content-204">
      <failure type="must" message="204 No Content carries no content (RFC 9110 §15.3.5): use empty()">api/open api.yaml:7:11 must DELETE /todos/{id} → 204: 204 No Content carries no content (RFC 9110 §15.3.5): use empty()</failure>
    </testcase>`,
    ],
    ['passes', 'no-content-1xx', '    <testcase classname="api/open api.yaml" name="no-content-1xx"/>'],
    [
      'is waived',
      'no-content-304',
      '    <testcase classname="api/open api.yaml" name="no-content-304">\n      <skipped message="waived: an old gateway sends it"/>\n    </testcase>',
    ],
    [
      'is ignored',
      'no-content-205',
      '    <testcase classname="api/open api.yaml" name="no-content-205">\n      <skipped message="ignored"/>\n    </testcase>',
    ],
    [
      'is too weak to fail',
      'odd-status',
      `    <testcase classname="api/open api.yaml" name="odd-status">
      <system-out>api/open api.yaml:9:5 bcp GET /todos/{id} → 4XX: 4XX says 100% &#60;of&#62; nothing: a, b &#38; &#34;c&#34; (RFC 9110 §15): name the codes
that are meant</system-out>
    </testcase>`,
    ],
  ])('a rule that %s', (_, rule, expected) => {
    expect(caseOf(junit(lintReport({ ignore: ['no-content-205'] })), rule)).toBe(expected)
  })

  test('a failure lists every place', () => {
    const failure = caseOf(junit(lintReport()), 'www-authenticate-401')
    expect(failure).toContain('(2 findings)"')
    expect(failure.match(/api\/open api\.yaml:\d+:9 must/g)).toEqual(['api/open api.yaml:8:9 must', 'api/open api.yaml:11:9 must'])
  })

  test('what fails follows --fail-on', () => {
    expect(junit(lintReport({ failOn: 'never' }))).toContain('failures="0"')
  })

  test('of check: the compiler has a suite of its own', () => {
    const xml = junit(checkReport())
    expect(xml).toContain(`  <testsuite name="tsc" tests="2" failures="0" errors="2" skipped="0">
    <testcase classname="tsc" name="TS2322 src/a.ts:3:7">
      <error type="TS2322" message="Type &#39;string&#39; is not assignable to type &#39;number&#39;.&#10;  More of it."/>
    </testcase>`)
    expect(xml).toContain('<testsuite name="api/open api.yaml todos"')
  })

  test.each([
    ['<a href="x">&\'', '&#60;a href=&#34;x&#34;&#62;&#38;&#39;'],
    ['a\nb\tc\r', 'a&#10;b&#9;c&#13;'],
    ['bell\u0007 null\u0000 escape\u001b', 'bell\ufffd null\ufffd escape\ufffd'],
    ['lone \ud800 half, non-character \uffff', 'lone \ufffd half, non-character \ufffd'],
    ['whole 😀', 'whole 😀'],
  ])('escapes %j', (written, expected) => {
    expect(escapeXml(written)).toBe(expected)
  })
})
