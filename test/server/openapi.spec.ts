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
import { describeApi } from '../../src/server/openapi/document.ts'
import { descriptionRoutes } from '../../src/server/routes/description.ts'

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
const Path = z.looseObject({ parameters: Operation.shape.parameters }).catchall(Operation)
const Description = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), Path),
  components: z.looseObject({
    parameters: z.record(z.string(), z.looseObject({ name: z.string() })),
    responses: z.record(z.string(), z.unknown()),
  }),
})

const where = { origin: 'https://hotfix.example', isSecure: true }
const described = describeApi(where)
const description = Description.parse(JSON.parse(JSON.stringify(described.description)))
const table: [string, Endpoint][] = Object.entries(endpoints)
const operationOf = ({ path, method }: Endpoint) => Operation.parse(description.paths[path]?.[method])
const operationsOf = (path: z.infer<typeof Path>) =>
  Object.entries(path).flatMap(([key, operation]) => (key === 'parameters' ? [] : [Operation.parse(operation)]))

it('passes the linter', async () => {
  const file = join(directory, 'openapi.json')
  await writeFile(file, JSON.stringify(described.description, null, 2))
  await writeFile(join(directory, 'schemas.json'), JSON.stringify(described.schemas))
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const found = promisify(execFile)(process.execPath, [linter, 'lint', '--format', 'summary', file], { env })
  await expect(found).resolves.toMatchObject({ stderr: expect.stringContaining('is valid') as unknown })
})

const routes = descriptionRoutes(where)
const served = async (path: string) => (await routes.request(path)).text()
const [text, schemas] = await Promise.all([served('/api/openapi.json'), served('/api/schemas.json')])

it.each([
  ['description', text, 150],
  ['schemas', schemas, 175],
])(`has %s of ${text.length} and ${schemas.length} characters, of at most so many KB`, (_, sent, kilobytes) => {
  expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(kilobytes * 1000)
})

it('leads to its schemas also where it is saved', () => {
  const refs = [...text.matchAll(/"\$ref":"([^#"]+)#\/([^"]+)"/g)]
  expect(new Set(refs.map(([, file]) => file))).toEqual(new Set(['https://hotfix.example/api/schemas.json']))
  expect(Object.keys(described.schemas)).toEqual(expect.arrayContaining(refs.map(([, , name]) => name)))
})

it('says which version of the product it describes, and where that is', () => {
  expect(description.info.version).toBe(packageJson.version)
  expect(description.servers).toEqual([{ url: 'https://hotfix.example' }])
})

it('describes the endpoints of the contract and nothing else, each under its name', () => {
  const ids = Object.values(description.paths).flatMap((path) => operationsOf(path).map((each) => each.operationId))
  expect(ids.toSorted()).toEqual(table.map(([name]) => name).toSorted())
  for (const [name, endpoint] of table) expect(operationOf(endpoint).operationId).toBe(name)
})

it('refers to a schema by the name that it has in the contract', () => {
  const answerOf = (schema: object) => ({ content: { 'application/json': { schema } } })
  const bulletin = { $ref: 'schemas.json#/PackedBulletin' }
  const summaries = { type: 'array', items: { $ref: 'schemas.json#/Summary' } }
  expect(operationOf(endpoints.listBulletins).responses['200']).toMatchObject(answerOf(summaries))
  // An answer that several operations have is one, too.
  expect(operationOf(endpoints.viewBulletin).responses['200']).toEqual({
    $ref: '#/components/responses/PackedBulletin',
  })
  expect(description.components.responses['PackedBulletin']).toMatchObject(answerOf(bulletin))
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
    const { components, paths } = description
    const names = [...(paths[endpoint.path]?.parameters ?? []), ...parameters].map(
      ({ name, $ref = '' }) => name ?? components.parameters[$ref.split('/').at(-1) ?? '']?.name,
    )
    expect(names).toEqual(expect.arrayContaining(Object.keys({ ...params?.shape, ...endpoint.query?.shape })))
    expect([names.includes('Idempotency-Key'), names.includes('If-Match')]).toEqual([
      isKeyed === true,
      isConditional === true,
    ])
  })
})
