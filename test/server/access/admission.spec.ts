import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { admissionOf } from '../../../src/server/access/admission.ts'
import { sqliteStore, storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { addAccounts } from '../../support/authorized.ts'
import { run } from '../../support/server-process.ts'

const config = { openId: null, anonymous: null, host: '127.0.0.1', origin: null }

describe('who is let in', () => {
  it('is whoever uses the machine, where nobody else can reach it', async () => {
    const store = await storeInMemory()
    expect(await admissionOf(config, store, 'ito')).toEqual({ signIn: 'single-user', user: 'ito' })
  })

  it('is who has an account, once anybody has', async () => {
    const store = await storeInMemory()
    await addAccounts(store, ['admin'])
    expect(await admissionOf({ ...config, anonymous: 'viewer' }, store, 'ito')).toEqual({
      signIn: 'accounts',
      anonymous: 'viewer',
    })
  })

  it.each(['0.0.0.0', '::', '192.168.0.7', 'hotfix.corp'])(
    'is nobody where others can reach %s and nobody has to sign in: the server does not start',
    async (host) => {
      const store = await storeInMemory()
      await expect(admissionOf({ ...config, host }, store, 'ito')).rejects.toThrow(
        /npm run user -- add NAME.*OIDC_ISSUER/,
      )
    },
  )

  it('is nobody where a proxy shows this machine to others and nobody has to sign in', async () => {
    const shown = { ...config, origin: 'https://hotfix.corp' }
    await expect(admissionOf(shown, await storeInMemory(), 'ito')).rejects.toThrow(/could reach hotfix\.corp/)
  })

  it('is whoever uses the machine, where its address says so too', async () => {
    const here = { ...config, origin: 'http://localhost:4870' }
    expect(await admissionOf(here, await storeInMemory(), 'ito')).toMatchObject({ signIn: 'single-user' })
  })
})

describe('the command for accounts', () => {
  it('adds one, lists it, removes it, lets it come back, and says what is wrong with a password', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hotfix-user-'))
    const command = async (given: string[], typed = '') => {
      const running = run('src/server/cli/user.ts', { DATA_DIR: directory }, given, typed)
      const said: string[] = []
      for await (const line of { [Symbol.asyncIterator]: () => running.lines }) said.push(line)
      return { code: await running.ended, said, complaint: running.stderr() }
    }
    expect(await command(['add', 'Ito', '--role', 'admin'], 'short\n')).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('at least 12 characters') as unknown,
    })
    expect(await command(['add', 'Ito', '--role', 'owner'], '')).toMatchObject({ code: 1 })
    const before = await sqliteStore(directory)
    expect(await before.access.find('Ito')).toBeNull()
    await before.access.set('Ito', { role: 'admin', password: 'scrypt$none' }, 'test')
    await before.close()
    expect((await command(['list'])).said).toEqual(['Ito\tadmin'])
    expect((await command(['remove', 'Ito'])).said).toEqual(['Ito is removed'])
    expect(await command(['add', 'Ito', '--role', 'admin'], 'a long enough password\n')).toMatchObject({
      code: 1,
      complaint: expect.stringContaining("npm run user -- release 'Ito'") as unknown,
    })
    expect((await command(['release', 'Ito'])).said).toEqual(['Ito may be given again'])
    expect(await command(['release', 'Ito'])).toMatchObject({
      code: 1,
      complaint: 'nobody has gone who was called Ito\n',
    })
    expect(await command(['add', 'Ito', '--role', 'admin'], 'a long enough password\n')).toMatchObject({
      code: 0,
      said: ['Ito may sign in as admin'],
    })
    const after = await sqliteStore(directory)
    expect((await after.access.find('Ito'))?.password).toMatch(/^scrypt\$32768\$/)
    await after.close()
    expect((await command([])).code).toBe(2)
    await rm(directory, { recursive: true })
  })
})
