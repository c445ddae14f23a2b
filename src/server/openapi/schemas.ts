/** The JSON Schemas of the API description: each exported schema of the contract is a component under its own name. */
import * as z from 'zod'
import * as access from '../../contract/access.ts'
import * as audit from '../../contract/audit.ts'
import * as bulletin from '../../contract/bulletin.ts'
import * as changes from '../../contract/changes.ts'
import * as coverage from '../../contract/coverage.ts'
import * as deployList from '../../contract/deploy-list.ts'
import * as due from '../../contract/due.ts'
import * as events from '../../contract/events.ts'
import * as facts from '../../contract/summary-fields.ts'
import * as fleet from '../../contract/fleet.ts'
import * as history from '../../contract/history.ts'
import * as holds from '../../contract/holds.ts'
import * as imports from '../../contract/imports.ts'
import * as lab from '../../contract/lab.ts'
import * as machines from '../../contract/machines.ts'
import * as noticeEvent from '../../contract/notice-event.ts'
import * as notices from '../../contract/notices.ts'
import * as overview from '../../contract/overview.ts'
import * as people from '../../contract/people.ts'
import * as personName from '../../contract/person-name.ts'
import * as platform from '../../contract/platform.ts'
import * as plans from '../../contract/plans.ts'
import * as planView from '../../contract/plan-view.ts'
import * as record from '../../contract/record.ts'
import * as releases from '../../contract/releases.ts'
import * as reports from '../../contract/reports.ts'
import * as rollouts from '../../contract/rollouts.ts'
import * as savedFilters from '../../contract/saved-filters.ts'
import * as search from '../../contract/search.ts'
import * as sources from '../../contract/sources.ts'
import * as summary from '../../contract/summary.ts'
import * as teams from '../../contract/teams.ts'
import * as text from '../../contract/text.ts'
import * as triage from '../../contract/triage.ts'
import * as vulnerability from '../../contract/vulnerability.ts'
import * as fixes from '../../contract/fixes.ts'
import * as indexParts from '../../contract/index-parts.ts'
import * as lifecycle from '../../contract/lifecycle.ts'
import * as signals from '../../contract/signals.ts'
import * as vulnerabilityRecord from '../../contract/vulnerability-record.ts'
import * as weekly from '../../contract/weekly.ts'
import * as words from '../../contract/words.ts'
import { ProblemDetails } from '../problem.ts'

export type Schema = z.core.JSONSchema.BaseSchema

const modules: readonly Readonly<Record<string, unknown>>[] = [
  access,
  audit,
  bulletin,
  changes,
  coverage,
  deployList,
  due,
  events,
  facts,
  fleet,
  history,
  holds,
  imports,
  lab,
  machines,
  noticeEvent,
  notices,
  overview,
  people,
  personName,
  platform,
  plans,
  planView,
  { ProblemDetails },
  record,
  releases,
  reports,
  rollouts,
  savedFilters,
  search,
  sources,
  summary,
  teams,
  text,
  triage,
  vulnerability,
  fixes,
  indexParts,
  lifecycle,
  signals,
  vulnerabilityRecord,
  weekly,
  words,
]

/** The schemas by name. Where two modules export the same name, the other schema is described where it is used. */
const exported = new Map(
  modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]): [string, z.ZodType][] =>
      value instanceof z.ZodType ? [[name, value]] : [],
    ),
  ),
)

const refTo = (name: string) => `#/components/schemas/${name}`

/** Names that no component of the contract has. */
const inline = /^\d+$/

/** A record of known keys as the object that it is: generators do not read `propertyNames`. */
function nameProperties(schema: Schema): void {
  const { propertyNames, additionalProperties } = schema
  if (typeof propertyNames !== 'object' || propertyNames.enum === undefined) return
  schema.properties = Object.fromEntries<Schema | boolean>(
    propertyNames.enum.map((key) => [String(key), additionalProperties ?? {}]),
  )
  delete schema.propertyNames
  delete schema.additionalProperties
}

/** What zod adds to integers and to texts with a format says nothing more about them. */
function dropNoise(schema: Schema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern
}

/**
 * Describes schemas and the components that they refer to. `input`: of what is sent, where fields with a default may be
 * missing; `output`: of answers, which may get further fields.
 */
export function describeSchemas(schemas: ReadonlySet<z.ZodType>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of exported) registry.add(schema, { id: name })
  const unnamed = [...schemas].filter((schema) => !registry.has(schema))
  for (const [index, schema] of unnamed.entries()) registry.add(schema, { id: String(index) })

  const described = z.toJSONSchema(registry, {
    io,
    uri: refTo,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
        delete jsonSchema.additionalProperties
      nameProperties(jsonSchema)
      dropNoise(jsonSchema)
    },
  }).schemas
  // Set by zod after `override`: a component is no document of its own.
  for (const schema of Object.values(described)) {
    delete schema.$schema
    delete schema.$id
  }
  const components = Object.entries(described).filter(([name]) => !inline.test(name))
  return {
    components: Object.fromEntries<Schema>(components),
    /** A component by reference, any other schema in place. */
    of(schema: z.ZodType): Schema {
      const name = registry.get(schema)?.id ?? ''
      return inline.test(name) ? (described[name] ?? {}) : { $ref: refTo(name) }
    },
  }
}

/** The names of the components that a part of the description refers to. */
export const refsIn = (part: unknown): string[] =>
  Array.from(JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g), ([, name = '']) => name)
