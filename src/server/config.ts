import * as z from 'zod'
import { Role } from '../contract/access.ts'
import { isLoopback } from './access/loopback.ts'
import type { OpenIdSettings } from './access/openid.ts'
import { ownRoles } from './access/openid-roles.ts'
import { backupVariables, type BackupSettings, backupSettingsIn } from './backup/settings.ts'
import type { Proxy } from './fetching/proxy.ts'
import { originsOf } from './fetching/private-origins.ts'
import { mailSettingsIn, mailVariables, type MailSettings } from './notices/channels/mail-settings.ts'
import { logLevels, type LogSettings } from './logs/settings.ts'
import { secretVariables, withSecretFiles } from './secret-files.ts'

/** `a=admin,b=viewer` as pairs. */
const pairsIn = (text: string) => text.split(',').map((pair) => pair.split('=').map((part) => part.trim()))

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected an address such as postgresql://user:password@host/database')
    // Nothing of it is printed: what cannot be told apart may be a piece of the password.
    .refine(
      (address) => !/^[^:]+:\/\/.*[@/?#\s].*@/.test(address) && URL.canParse(address),
      'special characters in the user or the password need percent-encoding: @ as %40, : as %3A, / as %2F, ? as %3F, # as %23',
    )
    .optional(),
  DATA_DIR: z.string().min(1, 'expected a directory').default('./data'),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((host) => host.trim() || []))
    .refine(
      (hosts) => hosts.every((host) => originsOf(host) !== null),
      'expected hosts such as mirror.corp, 10.1.2.3:8080 or https://mirror.corp, separated by commas',
    ),
  HTTPS_PROXY: z.url({ protocol: /^https?$/, error: 'expected an address such as http://proxy.corp:3128' }).optional(),
  NO_PROXY: z.string().default(''),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://hotfix.example' })
    .transform((address) => new URL(address).origin)
    .optional(),
  PROXIES: z.string().regex(/^\d$/, 'expected how many proxies are in front, 0 to 9').default('0').transform(Number),
  ANONYMOUS: z.literal(['', 'viewer'], 'expected viewer, or nothing').default(''),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'expected the address of an OpenID provider' })
    .transform((address) => new URL(address))
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'expected the id under which the provider knows this server').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().min(1).default('openid profile'),
  OIDC_PROOF: z.literal(['auth_time', 'none'], 'expected auth_time or none').default('auth_time'),
  OIDC_ROLES_CLAIM: z.string().min(1).default('roles'),
  OIDC_ROLES: z
    .string()
    .transform((text, refused) => {
      const given: unknown = text.startsWith('{') ? jsonIn(text) : Object.fromEntries(pairsIn(text))
      const read = z.record(z.string().min(1), Role).safeParse(given)
      if (read.success && Object.keys(read.data).length > 0) return new Map(Object.entries(read.data))
      refused.addIssue(
        'expected values of the claim and roles, such as hotfix-admins=admin,staff=viewer or {"CN=Admins,OU=IT": "admin"}',
      )
      return z.NEVER
    })
    .optional(),
  ...mailVariables,
  LOG_LEVEL: z.enum(logLevels, `expected one of ${logLevels.join(', ')}`).default('info'),
  LOG_FORMAT: z.enum(['json', 'text'], 'expected json or text').optional(),
  LOG_ADDRESSES: z.literal(['', 'yes'], 'expected yes, or nothing').default(''),
  ...backupVariables,
  NOTICE_TLP: z.enum(['never', 'own-mail'], 'expected never or own-mail').default('never'),
  HOST: z.string().min(1, 'expected a host name or address').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number, 0 to 65535')
    .default('4870')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number, 0 to 65535'),
})

/** Every variable that is read. @internal */
export const variables: readonly string[] = [
  ...Object.keys(Environment.shape),
  ...secretVariables.map((name) => `${name}_FILE`),
]

export type Config = {
  /** Where PostgreSQL is; null for SQLite in the data directory. */
  databaseUrl: string | null
  dataDirectory: string
  host: string
  port: number
  /** May be asked for documents although they are on this machine or its network. */
  privateHosts: string[]
  /** By which documents of the internet are fetched; null for none. */
  proxy: Proxy | null
  /** Where people reach this server; null for wherever they do. */
  origin: string | null
  /** How many proxies of ours are in front, each of which appends to `X-Forwarded-For`. */
  proxies: number
  /** What those may do who have not signed in, where people sign in; null for nothing. */
  anonymous: 'viewer' | null
  /** The provider at which people sign in; null where they do not. */
  openId: OpenIdSettings | null
  /** The mail server by which notices leave; null where there is none. */
  mail: MailSettings | null
  /** Whether what is for its recipients alone (TLP AMBER+STRICT and RED) may go to the own mail of people here. */
  noticeTlp: 'never' | 'own-mail'
  /** What is logged, and how: `format` is null for text at a terminal and JSON elsewhere. */
  log: Omit<LogSettings, 'format'> & { format: LogSettings['format'] | null }
  /** Backups on a schedule; null where no folder is set for them. */
  backups: BackupSettings | null
}

/** The variables of a proxy, which other programs read in small letters first; an empty one is none. */
function proxyIn({ https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY }: Record<string, string | undefined>) {
  return { HTTPS_PROXY: (https_proxy ?? HTTPS_PROXY) || undefined, NO_PROXY: no_proxy ?? NO_PROXY }
}

/**
 * What the environment asks for, with the defaults of the README.
 *
 * @throws Error naming the variable that cannot be used, and what was expected
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(withSecretFiles({ ...environment, ...proxyIn(environment) }))
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  }
  const { data } = parsed
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dataDirectory: data.DATA_DIR,
    host: data.HOST,
    port: data.PORT,
    privateHosts: data.ALLOW_PRIVATE_HOSTS,
    proxy: data.HTTPS_PROXY === undefined ? null : { https: data.HTTPS_PROXY, except: data.NO_PROXY },
    origin: data.PUBLIC_URL ?? null,
    proxies: data.PROXIES,
    anonymous: data.ANONYMOUS === 'viewer' ? 'viewer' : null,
    openId: openIdIn(data),
    mail: mailSettingsIn(data),
    noticeTlp: data.NOTICE_TLP,
    log: { level: data.LOG_LEVEL, format: data.LOG_FORMAT ?? null, addresses: data.LOG_ADDRESSES === 'yes' },
    backups: backupSettingsIn(data),
  }
}

function openIdIn(data: z.infer<typeof Environment>): OpenIdSettings | null {
  if (data.OIDC_ISSUER === undefined) return null
  // The address to which the provider sends people back must not be one that a request made up.
  if (data.PUBLIC_URL === undefined && !isLoopback(data.HOST))
    throw new Error('PUBLIC_URL: expected with OIDC_ISSUER: the address at which people reach this server')
  if (data.OIDC_CLIENT_ID === undefined)
    throw new Error('OIDC_CLIENT_ID: expected the id under which the provider knows this server')
  return {
    issuer: data.OIDC_ISSUER,
    clientId: data.OIDC_CLIENT_ID,
    clientSecret: data.OIDC_CLIENT_SECRET ?? null,
    scope: data.OIDC_SCOPE,
    rolesClaim: data.OIDC_ROLES_CLAIM,
    roleOf: data.OIDC_ROLES ?? ownRoles,
    asksProof: data.OIDC_PROOF !== 'none',
  }
}
