import { expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

it('has defaults for everything', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    dataDirectory: './data',
    host: '127.0.0.1',
    port: 4870,
    privateHosts: [],
  })
})

it('takes what the environment says', () => {
  expect(
    readConfig({
      DATABASE_URL: 'postgresql://db.corp/hotfix',
      DATA_DIR: '/srv/data',
      HOST: '::1',
      PORT: '0',
      ALLOW_PRIVATE_HOSTS: 'mirror.corp, ::1',
    }),
  ).toEqual({
    databaseUrl: 'postgresql://db.corp/hotfix',
    dataDirectory: '/srv/data',
    host: '::1',
    port: 0,
    privateHosts: ['mirror.corp', '::1'],
  })
})

it.each([
  [{ PORT: 'http' }, /PORT: expected a port number/],
  [{ PORT: '70000' }, /PORT: expected a port number/],
  [{ PORT: '' }, /PORT: expected a port number/],
  [{ DATA_DIR: '' }, /DATA_DIR: expected a directory/],
  [{ DATABASE_URL: 'mysql://db.corp/hotfix' }, /DATABASE_URL: expected an address/],
  [{ HOST: '' }, /HOST: expected a host/],
])('says which variable cannot be used: %o', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message)
})
