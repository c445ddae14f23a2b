import * as z from 'zod'

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected an address such as postgresql://user:password@host/database')
    .optional(),
  DATA_DIR: z.string().min(1, 'expected a directory').default('./data'),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((host) => host.trim() || [])),
  HOST: z.string().min(1, 'expected a host name or address').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number, 0 to 65535')
    .default('4870')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number, 0 to 65535'),
})

export type Config = {
  /** Where PostgreSQL is; null for SQLite in the data directory. */
  databaseUrl: string | null
  dataDirectory: string
  host: string
  port: number
  /** May be asked for documents although they are on this machine or its network. */
  privateHosts: string[]
}

/**
 * What the environment asks for, with the defaults of the README.
 *
 * @throws Error naming the variable that cannot be used, and what was expected
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  }
  const { ALLOW_PRIVATE_HOSTS, DATABASE_URL, DATA_DIR, HOST, PORT } = parsed.data
  return {
    databaseUrl: DATABASE_URL ?? null,
    dataDirectory: DATA_DIR,
    host: HOST,
    port: PORT,
    privateHosts: ALLOW_PRIVATE_HOSTS,
  }
}
