/** The route handlers of Next.js, by type: Next itself is 227 MB, so what it holds a route module to stands here as version 16.4 generates it. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as route from '../../examples/mount/next.js'

/** `NextRequest` adds to `Request`; what it adds is not used, so it is not needed to be given. */
interface NextRequest extends Request {
  readonly nextUrl: URL
}
// biome-ignore lint/suspicious/noConfusingVoidType: as Next has it.
type Handler = (request: NextRequest, context: { params: Promise<{ rest?: string[] }> }) => Promise<Response | void> | Response | void
/** `RouteHandlerConfig` in `.next/types/validator.ts`. */
interface RouteHandlerConfig {
  GET?: Handler
  POST?: Handler
  PUT?: Handler
  PATCH?: Handler
  DELETE?: Handler
  HEAD?: Handler
  OPTIONS?: Handler
}

/** As Next reads the module. */
const functions: RouteHandlerConfig = { ...route }

describe('the route module of Next.js', () => {
  it('is what Next holds it to', () => {
    expectTypeOf(route).toExtend<RouteHandlerConfig>()
    expectTypeOf<{ GET: (request: string) => Response }>().not.toExtend<RouteHandlerConfig>()
    expectTypeOf<keyof typeof route>().toEqualTypeOf<keyof RouteHandlerConfig>()
  })

  it('answers by each of its functions', async () => {
    const call = (method: keyof RouteHandlerConfig, path: string, init: RequestInit = {}) =>
      (functions[method] as unknown as (request: Request, context: unknown) => Promise<Response>)(
        new Request(`http://localhost${path}`, { method, ...init }),
        {
          params: Promise.resolve({ rest: path.split('/').slice(2) }),
        },
      )
    const content = { headers: { 'content-type': 'application/json' }, body: '{"title":"x","done":false}' }
    const made = await call('POST', '/todos', content)
    const location = made.headers.get('location')!
    expect([made.status, (await call('GET', location)).status, (await call('HEAD', location)).status]).toEqual([201, 200, 200])
    expect((await call('OPTIONS', location)).headers.get('allow')?.split(', ')).toContain('PUT')
    expect([(await call('DELETE', location)).status, (await call('PATCH', '/todos')).status, (await call('PUT', '/todos')).status]).toEqual(
      [204, 405, 405],
    )
  })
})
