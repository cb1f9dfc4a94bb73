import { rule } from './rule.js'

export const expiresIgnoredWithMaxAge = rule({
  id: 'expires-ignored-with-max-age',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §5.3',
  words: 'Expires is obeyed, though Cache-Control has max-age',
  fix: 'obey max-age',
  summary: 'A recipient ignores Expires beside max-age.',
  why: 'max-age needs no clocks that agree.',
  bad: '# the cache stores it until 2030\n> GET /todos\n< 200 OK\n< cache-control: max-age=0\n< expires: Tue, 01 Jan 2030 00:00:00 GMT',
  good: '# the cache asks again at once\n> GET /todos\n< 200 OK\n< cache-control: max-age=0\n< expires: Tue, 01 Jan 2030 00:00:00 GMT',
})
