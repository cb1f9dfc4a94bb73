import { rule } from './rule.js'
import { placeOf } from './traffic.js'

export const locationSingleUri = rule({
  id: 'location-single-uri',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §10.2.2',
  words: 'Location stands here <value> times',
  fix: 'send it once',
  summary: 'Location is a single reference.',
  why: 'A comma may stand in a URI, so that two lines put together cannot be told apart again.',
  bad: '> POST /todos\n< 201 Created\n< location: /todos/8\n< location: /todos/9',
  good: '> POST /todos\n< 201 Created\n< location: /todos/8',
  *exchange({ response }) {
    const { length } = response.fields.get('location') ?? []
    if (length > 1) yield placeOf('response', 'location', { value: length })
  },
})
