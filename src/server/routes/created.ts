import type { Endpoint } from '../../contract/endpoints/endpoint.ts'

/** The `Location` of what was created: the address at which an endpoint of the table has it. */
export const locationOf = ({ path }: Endpoint, params: Readonly<Record<string, string | number>>) => ({
  location: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
})
