/** The description of the API: it needs no server, and a linter reads it. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import { openApiDocument } from '../../src/server/openapi/document.ts'

const linter = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
const directory = await mkdtemp(join(tmpdir(), 'hotfix-openapi-'))
afterAll(() => rm(directory, { recursive: true }))

const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  parameters: z.array(z.looseObject({ name: z.string().optional(), $ref: z.string().optional() })).optional(),
  responses: z.record(z.string(), z.unknown()),
})
const Description = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})

const described = openApiDocument({ origin: 'https://hotfix.example', isSecure: true })
const json = JSON.stringify(described, null, 2)
const description = Description.parse(JSON.parse(json))
const table: [string, Endpoint][] = Object.entries(endpoints)
const operationOf = ({ path, method }: Endpoint) => Operation.parse(description.paths[path]?.[method])

it('passes the linter', async () => {
  const file = join(directory, 'openapi.json')
  await writeFile(file, json)
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const found = promisify(execFile)(process.execPath, [linter, 'lint', '--format', 'summary', file], { env })
  await expect(found).resolves.toMatchObject({ stderr: expect.stringContaining('is valid') as unknown })
})

const kilobytes = Math.ceil(JSON.stringify(described).length / 1000)
it(`has ${kilobytes} KB of at most 380`, () => {
  expect(kilobytes).toBeLessThanOrEqual(380)
})

it('says which version of the product it describes, and where that is', () => {
  expect(description.info.version).toBe(packageJson.version)
  expect(description.servers).toEqual([{ url: 'https://hotfix.example' }])
})

it('describes the endpoints of the contract and nothing else, each under its name', () => {
  const ids = Object.values(description.paths).flatMap((item) => Object.values(item).map((each) => each.operationId))
  expect(ids.toSorted()).toEqual(table.map(([name]) => name).toSorted())
  for (const [name, endpoint] of table) expect(operationOf(endpoint).operationId).toBe(name)
})

it('refers to a schema by the name that it has in the contract', () => {
  const answer = 'responses.200.content.application/json.schema'.split('.')
  const schemaOf = (endpoint: Endpoint) =>
    answer.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], operationOf(endpoint))
  expect(schemaOf(endpoints.viewBulletin)).toEqual({ $ref: '#/components/schemas/Bulletin' })
  expect(schemaOf(endpoints.listBulletins)).toEqual({
    type: 'array',
    items: { $ref: '#/components/schemas/Summary' },
  })
})

describe.each(table)('%s', (_, endpoint) => {
  const { role, isPersonal, isConditional, isKeyed, body, method, params } = endpoint
  const { responses, security, parameters = [] } = operationOf(endpoint)
  const has = (status: number) => String(status) in responses

  it('says who may ask', () => {
    expect(security).toEqual(role === 'anyone' ? [] : isPersonal ? [{ session: [] }] : undefined)
    expect(has(403)).toBe(method !== 'get' || role !== 'anyone')
  })

  it('has the statuses of a write only where it is one', () => {
    expect([has(428), has(408), has(413)]).toEqual([isConditional === true, body !== undefined, body !== undefined])
    expect(has(415)).toBe(body !== undefined && body !== 'document')
    if (method === 'get') expect([has(409), has(412), has(201)]).toEqual([false, false, false])
  })

  it('names its parameters and headers', () => {
    const names = parameters.map(({ name, $ref }) => name ?? $ref?.split('/').at(-1))
    expect(names).toEqual(expect.arrayContaining(Object.keys({ ...params.shape, ...endpoint.query.shape })))
    expect([names.includes('IdempotencyKey'), names.includes('IfMatch')]).toEqual([
      isKeyed === true,
      isConditional === true,
    ])
  })
})
