import { TrieRouter } from 'hono/router/trie-router'
import { endpoints } from '../../contract/endpoints.ts'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'

const routes = new TrieRouter<Endpoint>()
for (const endpoint of Object.values<Endpoint>(endpoints))
  routes.add(endpoint.method.toUpperCase(), endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'), endpoint)

/** The entry of the table of endpoints that a request asks; HEAD asks what GET does. Null where there is none. */
export function endpointAt(method: string, path: string): Endpoint | null {
  return routes.match(method === 'HEAD' ? 'GET' : method, path)[0][0]?.[0] ?? null
}
