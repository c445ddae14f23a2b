import { Me } from '../access.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** Who may do what. */
export const access = {
  viewMe: {
    method: 'get',
    path: '/api/me',
    summary: 'Who you are here, and what you may do',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Me,
  },
} as const satisfies Record<string, Endpoint>
