import { expect, it } from 'vitest'
import { buildApp } from '../../../src/server/app.ts'
import { prepareView } from '../../../src/web/render.tsx'
import { contentStore } from '../../support/content-store.ts'

const app = buildApp({ store: await contentStore() })
const prepared = async (href: string) =>
  prepareView({ href, language: 'en', at: '2026-11-28T03:00:00Z', zone: 'Asia/Tokyo', kept: {} }, async (address) =>
    app.request(address),
  )

it.each(['/', '/alerts', '/bulletins/MS05-019'])('there is a first view of %s', async (href) => {
  expect(await prepared(href)).not.toBeNull()
})

it.each(['/nothing', '/bulletins/NOPE', '/bulletins/%E0%A4%A'])(
  'there is none of %s, where no page is',
  async (href) => {
    expect(await prepared(href)).toBeNull()
  },
)
