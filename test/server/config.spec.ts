import { expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

it('has defaults for everything', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    dataDirectory: './data',
    host: '127.0.0.1',
    port: 4870,
    privateHosts: [],
    proxy: null,
    origin: null,
    proxies: 0,
    anonymous: null,
    openId: null,
  })
})

it('takes what the environment says', () => {
  expect(
    readConfig({
      PUBLIC_URL: 'https://hotfix.corp/',
      PROXIES: '1',
      ANONYMOUS: 'viewer',
      OIDC_ISSUER: 'https://login.corp',
      OIDC_CLIENT_ID: 'hotfix',
      OIDC_CLIENT_SECRET: 'a secret',
      OIDC_SCOPE: 'openid profile groups',
      OIDC_ROLES_CLAIM: 'groups',
      OIDC_ROLES: 'ops=admin, staff=viewer',
      OIDC_PROOF: 'none',
      DATABASE_URL: 'postgresql://db.corp/hotfix',
      DATA_DIR: '/srv/data',
      HOST: '::1',
      PORT: '0',
      ALLOW_PRIVATE_HOSTS: 'mirror.corp, ::1',
      HTTPS_PROXY: 'http://proxy.corp:3128',
      NO_PROXY: 'mirror.corp,.corp',
    }),
  ).toEqual({
    databaseUrl: 'postgresql://db.corp/hotfix',
    dataDirectory: '/srv/data',
    host: '::1',
    port: 0,
    privateHosts: ['mirror.corp', '::1'],
    proxy: { https: 'http://proxy.corp:3128', except: 'mirror.corp,.corp' },
    origin: 'https://hotfix.corp',
    proxies: 1,
    anonymous: 'viewer',
    openId: {
      issuer: new URL('https://login.corp'),
      clientId: 'hotfix',
      clientSecret: 'a secret',
      scope: 'openid profile groups',
      rolesClaim: 'groups',
      roleOf: new Map([
        ['ops', 'admin'],
        ['staff', 'viewer'],
      ]),
      asksProof: false,
    },
  })
})

it.each([
  [{ https_proxy: 'proxy.corp:3128' }, /HTTPS_PROXY: expected an address/],
  [{ PORT: 'http' }, /PORT: expected a port number/],
  [{ PORT: '70000' }, /PORT: expected a port number/],
  [{ PORT: '' }, /PORT: expected a port number/],
  [{ PUBLIC_URL: 'hotfix.example:8443' }, /PUBLIC_URL: expected an address such as/],
  [{ OIDC_PROOF: 'no' }, /OIDC_PROOF: expected auth_time or none/],
  [{ OIDC_ISSUER: 'login.corp:443' }, /OIDC_ISSUER: expected the address/],
  [{ PROXIES: 'yes' }, /PROXIES: expected how many proxies/],
  [{ DATA_DIR: '' }, /DATA_DIR: expected a directory/],
  [{ DATABASE_URL: 'mysql://db.corp/hotfix' }, /DATABASE_URL: expected an address/],
  [{ HOST: '' }, /HOST: expected a host/],
  [{ PUBLIC_URL: 'hotfix.corp' }, /PUBLIC_URL: expected an address/],
  [{ ANONYMOUS: 'admin' }, /ANONYMOUS: expected viewer/],
  [{ OIDC_ISSUER: 'https://login.corp' }, /OIDC_CLIENT_ID: expected the id/],
  [
    { OIDC_ISSUER: 'https://login.corp', OIDC_CLIENT_ID: 'hotfix', HOST: '0.0.0.0' },
    /PUBLIC_URL: expected with OIDC_ISSUER/,
  ],
  [{ DATABASE_URL: 'postgresql://hotfix:p@ss@db.corp/hotfix' }, /DATABASE_URL: special characters .*%40/],
  [{ DATABASE_URL: 'postgresql://hotfix:p@ss/w#rd?1@db.corp/hotfix' }, /DATABASE_URL: special characters .*%23/],
  [{ DATABASE_URL: 'postgresql://hotfix:pa/ss@db.corp/hotfix' }, /DATABASE_URL: special characters .*%2F/],
  [{ OIDC_ROLES: 'ops=owner' }, /OIDC_ROLES: expected values/],
  [{ OIDC_ROLES: 'CN=Admins,OU=IT=admin' }, /OIDC_ROLES: expected values/],
  [{ OIDC_ROLES: '{"ops":"owner"}' }, /OIDC_ROLES: expected values/],
  [{ OIDC_ROLES: '{"ops":' }, /OIDC_ROLES: expected values/],
])('says which variable cannot be used: %o', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message)
})

it.each([
  'postgresql://hotfix:p%40ss%2Fw%23rd@db.corp:5432/hotfix?sslmode=require',
  'postgres://db.corp/hotfix',
  'postgresql:///hotfix?host=/run/postgresql',
])('takes an address whose special characters are encoded: %s', (address) => {
  expect(readConfig({ DATABASE_URL: address }).databaseUrl).toBe(address)
})

it('takes the names of groups with commas and equals signs in them as JSON', () => {
  const { openId } = readConfig({
    OIDC_ISSUER: 'https://login.corp',
    OIDC_CLIENT_ID: 'hotfix',
    OIDC_ROLES: '{"CN=Admins,OU=IT": "admin", "staff": "viewer"}',
  })
  expect(openId?.roleOf).toEqual(
    new Map([
      ['CN=Admins,OU=IT', 'admin'],
      ['staff', 'viewer'],
    ]),
  )
})
