/** The server on Node, Express, Fastify and Hono, each started as its example says, on loopback. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversation } from './conversation.js'
import { type Mounted, onNode } from './mount.js'

const names = Object.keys(conversation('http://127.0.0.1'))

describe.each(['node', 'express', 'fastify', 'hono'])('on %s', (name) => {
  let mounted: Mounted
  beforeAll(async () => {
    mounted = await onNode(name)
  })
  afterAll(() => mounted?.stop())

  it.each(names)('%s', async (check) => {
    await conversation(mounted.baseUrl)[check]!()
  })

  // On Node alone there is no application around it.
  if (name !== 'node')
    it('the routes of the application stay its own', async () => {
      expect(await (await fetch(`${mounted.baseUrl}/health`)).text()).toBe('ok')
      expect((await fetch(`${mounted.baseUrl}/elsewhere`)).status).toBe(404)
    })

  it('has nothing to complain of', () => {
    expect(mounted.said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/todos\n$/)
  })
})
