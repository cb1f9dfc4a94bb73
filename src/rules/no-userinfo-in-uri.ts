import { rule } from './rule.js'
import { showing } from './shown.js'

export const noUserinfoInUri = rule({
  id: 'no-userinfo-in-uri',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §4.2.4',
  words: '<field> shows a user in a URI: <value>',
  fix: 'leave user and password out',
  summary: 'No http or https URI in a field has a user or a password.',
  why: 'Credentials in a URI end up in logs and histories, and a user name that looks like a host is how people are deceived.',
  bad: "post('/orders', { body: json(Order), responses: { 303: empty({ headers: { location: z.literal('https://me:secret@example.com/') } }) } })",
  good: "post('/orders', { body: json(Order), responses: { 303: empty({ headers: { location: z.literal('https://example.com/') } }) } })",
  ...showing(['location', 'content-location', 'referer', 'origin', 'link'], (value) => /\bhttps?:\/\/[^/?#\s]*@/i.test(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /tasks\n< 301 Moved Permanently\n< location: https://user:secret@todos.example/',
    good: '> GET /tasks\n< 301 Moved Permanently\n< location: https://todos.example/',
  },
})
