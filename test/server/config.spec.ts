import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, variables } from '../../src/server/config.ts'

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
    mail: null,
    noticeTlp: 'never',
    log: { level: 'info', format: null, addresses: false },
    backups: null,
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
      SMTP_HOST: 'mail.corp',
      SMTP_USER: 'hotfix',
      SMTP_PASSWORD: 'a password',
      SMTP_FROM: 'HotFix 通知 <hotfix@corp.example>',
      NOTICE_TLP: 'own-mail',
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'text',
      LOG_ADDRESSES: 'yes',
      BACKUP_DIR: '/srv/backup',
      BACKUP_EVERY: '12h',
      BACKUP_KEEP: '30',
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
    mail: {
      host: 'mail.corp',
      port: 587,
      tls: 'starttls',
      login: { user: 'hotfix', password: 'a password' },
      from: { name: 'HotFix 通知', address: 'hotfix@corp.example' },
    },
    noticeTlp: 'own-mail',
    log: { level: 'warn', format: 'text', addresses: true },
    backups: { folder: '/srv/backup', everyMinutes: 720, keep: 30 },
  })
})

it('reads the variables of the guide, with the defaults that it names', () => {
  const sections = readFileSync('docs/operate.md', 'utf8').split('\n## ')
  const section = sections.find((text) => text.startsWith('Variables\n')) ?? ''
  const rows = [...section.matchAll(/^\| `(\w+)` \| ([^|]*?) ?\|/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }))
  const inFiles = [...section.matchAll(/`(\w+_FILE)`/g)].map(([, name = '']) => name)
  expect([...rows.map(({ name }) => name), ...inFiles].toSorted()).toEqual([...variables].toSorted())
  const mail = { SMTP_HOST: 'mail.corp', SMTP_FROM: 'hotfix@corp.example' }
  for (const { name, value } of rows) {
    const [, usual] = /^`([^`]+)`$/.exec(value) ?? []
    if (usual !== undefined)
      expect({ name, ...readConfig({ ...mail, [name]: usual }) }).toEqual({ name, ...readConfig(mail) })
  }
})

it.each([
  [{ https_proxy: 'proxy.corp:3128' }, /HTTPS_PROXY: expected an address/],
  [{ BACKUP_DIR: '' }, /BACKUP_DIR: expected a folder/],
  [{ BACKUP_EVERY: 'daily' }, /BACKUP_EVERY: expected minutes, hours or days such as/],
  [{ BACKUP_EVERY: '1m' }, /BACKUP_EVERY: expected 5m to 31d/],
  [{ BACKUP_KEEP: '0' }, /BACKUP_KEEP: expected how many/],
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
  [{ SMTP_HOST: 'mail.corp' }, /SMTP_FROM: expected whom/],
  [{ SMTP_HOST: 'mail.corp', SMTP_FROM: 'a@b.example, c@d.example' }, /SMTP_FROM: expected an address/],
  [{ SMTP_HOST: 'mail.corp', SMTP_FROM: 'a@b.example\r\nBcc: c@d.example' }, /SMTP_FROM: expected an address/],
  [{ SMTP_HOST: 'mail.corp', SMTP_FROM: 'a@b.example', SMTP_USER: 'u' }, /SMTP_PASSWORD: expected with SMTP_USER/],
  [{ SMTP_URL: 'mail.corp:587', SMTP_FROM: 'a@b.example' }, /SMTP_URL: expected an address/],
  [{ SMTP_URL: 'smtp://mail.corp', SMTP_HOST: 'mail.corp' }, /SMTP_HOST: give either SMTP_URL or SMTP_HOST/],
  [
    { SMTP_URL: 'smtp://u:p@mail.corp', SMTP_FROM: 'a@b.example', SMTP_TLS: 'none' },
    /SMTP_TLS: a password is not sent without TLS/,
  ],
  [{ NOTICE_TLP: 'all' }, /NOTICE_TLP: expected never or own-mail/],
  [{ LOG_LEVEL: 'verbose' }, /LOG_LEVEL: expected one of fatal, error/],
  [{ LOG_FORMAT: 'xml' }, /LOG_FORMAT: expected json or text/],
  [{ LOG_ADDRESSES: 'true' }, /LOG_ADDRESSES: expected yes, or nothing/],
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

it.each([
  ['smtps://h%40corp:p%3Ass@mail.corp', { port: 465, tls: 'implicit', login: { user: 'h@corp', password: 'p:ss' } }],
  ['smtp://hotfix:50%@mail.corp', { login: { user: 'hotfix', password: '50%' } }],
  ['smtp://mail.corp:2525', { host: 'mail.corp', port: 2525, tls: 'starttls', login: null }],
  ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, tls: 'none' }],
])('reads the address of a mail server: %s', (address, settings) => {
  expect(readConfig({ SMTP_URL: address, SMTP_FROM: 'hotfix@corp.example' }).mail).toMatchObject(settings)
})

describe('a secret in a file', () => {
  let folder = ''
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotfix-secrets-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read, for every secret of the product', () => {
    const config = readConfig({
      DATABASE_URL_FILE: file('database', 'postgresql://hotfix:secret@db.corp/hotfix\n'),
      OIDC_ISSUER: 'https://login.corp',
      OIDC_CLIENT_ID: 'hotfix',
      OIDC_CLIENT_SECRET_FILE: file('openid', 'with spaces '),
      SMTP_HOST: 'mail.corp',
      SMTP_FROM: 'hotfix@corp.example',
      SMTP_USER: 'hotfix',
      SMTP_PASSWORD_FILE: file('mail', 'a password\r\n'),
      HTTPS_PROXY_FILE: file('proxy', 'http://user:password@proxy.corp:3128'),
    })
    expect(config.databaseUrl).toBe('postgresql://hotfix:secret@db.corp/hotfix')
    expect(config.openId?.clientSecret).toBe('with spaces ')
    expect(config.mail?.login?.password).toBe('a password')
    expect(config.proxy?.https).toBe('http://user:password@proxy.corp:3128')
    const { mail } = readConfig({ SMTP_URL_FILE: file('url', 'smtps://u:p@mail.corp'), SMTP_FROM: 'a@b.example' })
    expect(mail?.host).toBe('mail.corp')
  })

  it('is refused beside the variable itself, and where its file cannot be used', () => {
    const read = (given: Record<string, string>) => () => readConfig(given)
    expect(read({ SMTP_PASSWORD: 'x', SMTP_PASSWORD_FILE: file('twice', 'y') })).toThrow(
      'SMTP_PASSWORD_FILE: give either SMTP_PASSWORD or SMTP_PASSWORD_FILE, not both',
    )
    expect(read({ https_proxy: 'http://a.corp', HTTPS_PROXY_FILE: file('twice', 'y') })).toThrow(/not both/)
    expect(read({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      /DATABASE_URL_FILE: .*none cannot be read \(ENOENT\)/,
    )
    expect(read({ DATABASE_URL_FILE: folder })).toThrow(/cannot be read \(EISDIR\)/)
    expect(read({ OIDC_CLIENT_SECRET_FILE: file('empty', '\n') })).toThrow(/empty is empty/)
    expect(read({ SMTP_PASSWORD_FILE: file('two', 'a\nb\n') })).toThrow(/more than one line/)
  })

  it('is never said in a message', () => {
    const said = () => readConfig({ DATABASE_URL_FILE: file('bad', 'mysql://u:hunter2@db') })
    expect(said).toThrow(/DATABASE_URL: expected an address/)
    expect(said).not.toThrow(/hunter2/)
  })
})
