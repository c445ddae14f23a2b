import type { SignIn } from '../../contract/access.ts'
import { access } from '../../contract/endpoints/access.ts'
import { routeGroup, routeOf } from './describe.ts'

/** Who is asking. */
export const accessRoutes = ({ signIn }: { signIn: SignIn }) =>
  routeGroup().openapi(routeOf(access.viewMe), async (c) => {
    const principal = c.get('principal')
    return c.json({ name: principal?.name ?? null, role: principal?.role ?? null, signIn }, 200, {
      'cache-control': 'no-store',
    })
  })
