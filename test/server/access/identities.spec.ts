import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { databaseName, kyselyOn, sqliteStore, sqliteTypes } from '../../../src/server/store/engines/sqlite.ts'
import { migrate } from '../../../src/server/store/open.ts'
import { putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

it('a database from before names had keys keeps its people, their tokens and its log', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '006-access')
  const far = '2100-01-01T00:00:00.000Z'
  file.exec(`
    insert into person (name, role, password) values ('Ito', 'admin', 'p'), ('ITO', 'viewer', 'p');
    insert into session values ('of Ito', 1, '2026-01-01T00:00:00.000Z', '${far}');
    insert into event (at, who, topic, what, detail) values
      ('2026-01-01T00:00:00.000Z', 'Ito', 'access', 'person-set', '{"about":"Sato: admin"}'),
      ('2026-01-02T00:00:00.000Z', 'Ito', 'access', 'person-removed', '{"about":"Sato"}');
    insert into token (hash, title, role, made_by, made_at, expires_at) values
      ('by Ito', 'a', 'admin', 'Ito', '2026-01-01T00:00:00.000Z', '${far}'),
      ('by Sato', 'b', 'admin', 'Sato', '2026-01-01T00:00:00.000Z', '${far}'),
      ('by ito', 'c', 'viewer', 'the system user', '2026-01-01T00:00:00.000Z', '${far}');
  `)
  await db.destroy()
  const { access } = kept.keep(await sqliteStore(directory))
  expect((await access.people()).map(({ name }) => name)).toEqual(['ITO (2)', 'Ito'])
  expect(await access.session('of Ito', 'accounts')).toBeNull()
  expect((await access.tokens()).map(({ title }) => title)).toEqual(['c', 'a'])
  expect(await access.set('sato', { role: 'viewer', password: 'p' }, 'test')).toBe('taken')
  await access.remove('Ito', 'test')
  expect((await access.tokens()).map(({ title }) => title)).toEqual(['c'])
  const log = (await access.audit(null, 10)).map((entry) => (entry.topic === 'access' ? entry.event : null))
  expect(log.slice(2)).toEqual([
    { what: 'other', detail: { text: 'person-removed {"about":"Sato"}' } },
    { what: 'other', detail: { text: 'person-set {"about":"Sato: admin"}' } },
  ])
})
