import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { locate } from '../../../src/server/access/address.ts'
import type { AppEnv } from '../../../src/server/access/principal.ts'

/** The address that is counted for a request with this `X-Forwarded-For`. */
async function counted(forwarded: string | null, proxies: number): Promise<string> {
  const app = new Hono<AppEnv>().use(locate(proxies)).get('/', (c) => c.text(c.get('address')))
  const response = await app.request('/', { headers: forwarded === null ? {} : { 'x-forwarded-for': forwarded } })
  return response.text()
}

describe('the address that attempts are counted for', () => {
  it.each([
    { what: 'is what our proxy says', proxies: 1, forwarded: '10.0.0.1', address: '10.0.0.1' },
    { what: 'is not what the asker says', proxies: 1, forwarded: '192.0.2.7, 10.0.0.1', address: '10.0.0.1' },
    {
      what: 'is what the outer of two says',
      proxies: 2,
      forwarded: '192.0.2.7, 10.0.0.1, 10.9.9.9',
      address: '10.0.0.1',
    },
    { what: 'has no port', proxies: 1, forwarded: '10.0.0.1:41234', address: '10.0.0.1' },
    { what: 'is of IPv6 the network', proxies: 1, forwarded: '2001:db8:0:7::1', address: '2001:db8:0:7::' },
    {
      what: 'is the same for the whole network',
      proxies: 1,
      forwarded: '[2001:db8:0:7::2]:80',
      address: '2001:db8:0:7::',
    },
    { what: 'is IPv4 in the clothes of IPv6', proxies: 1, forwarded: '::ffff:10.0.0.1', address: '10.0.0.1' },
    { what: 'is the other end where a proxy says nothing', proxies: 1, forwarded: null, address: 'unknown' },
    { what: 'is the other end where a proxy makes no sense', proxies: 1, forwarded: 'nowhere', address: 'unknown' },
    { what: 'is the other end where there are fewer proxies', proxies: 2, forwarded: '10.0.0.1', address: 'unknown' },
    { what: 'is the other end without a proxy', proxies: 0, forwarded: '10.0.0.1', address: 'unknown' },
  ])('$what', async ({ proxies, forwarded, address }) => {
    expect(await counted(forwarded, proxies)).toBe(address)
  })
})
