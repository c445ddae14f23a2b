import { expect, it } from 'vitest'
import { toldBy } from '../../../src/domain/notices/told.ts'

it('a new version is told with what it changes', () => {
  const changes = [{ kind: 'exploit-up', of: ['CVE-2031-0001'], from: 'none', to: 'exploited' }] as const
  const detail = { changes, document: null, by: 'source' }
  const event = {
    id: 1,
    at: '2031-01-14T18:00:00.000Z',
    who: 'msrc',
    run: null,
    bulletin: 'KB5000001',
    detail,
  } as const
  expect(toldBy({ ...event, topic: 'bulletins', what: 'updated' })).toMatchObject({ changes, activities: [] })
})
