import { reading } from '../../contract/endpoints/reading.ts'
import type { Lifecycles } from '../../contract/lifecycle.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** Until when platforms are supported. */
export const lifecycleRoutes = ({ lifecycles }: { lifecycles: () => Promise<Lifecycles> }): Routes =>
  routeGroup().openapi(routeOf(reading.listLifecycles), async (c) => sendReply(c, prepareReply(await lifecycles())))
