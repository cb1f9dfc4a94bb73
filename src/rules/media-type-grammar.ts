import { rule } from './rule.js'
import { brief, everyMedia } from './shown.js'

const token = "[!#$%&'*+.^_`|~0-9a-z-]+"
const grammar = new RegExp(`^${token}/${token}(\\s*;\\s*(${token}=(${token}|"([^"\\\\]|\\\\.)*"))?)*\\s*$`, 'i')

export const mediaTypeGrammar = rule({
  id: 'media-type-grammar',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.3.1',
  words: '<type> is not a media type',
  fix: 'write type/subtype, such as application/json',
  summary: 'Content is named by a media type: a type, a slash and a subtype, with parameters after semicolons.',
  why: 'The name goes into Content-Type, where a recipient that cannot read it has to guess.',
  bad: "get('/todos', { responses: { 200: text({ type: 'json' }) } })",
  good: "get('/todos', { responses: { 200: text({ type: 'application/json' }) } })",
  description: everyMedia(
    (type) => !grammar.test(type),
    function* ({ type, pointer }) {
      yield { at: [], pointer, values: { type: brief(type) } }
    },
  ),
})
