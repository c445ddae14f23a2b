/**
 * The schema of CSAF 2.1: that of the library, which is of an earlier draft, brought to the draft of August 2026. What
 * the earlier draft had and the later one has not (`relationships`, `ssvc_v1`) is still let through.
 */

type Json = { [key: string]: Json | undefined } | Json[] | string | number | boolean | null
type JsonObject = { [key: string]: Json | undefined }

/** The object at a path of a schema; the path is known to be there. */
function at(schema: JsonObject, path: string): JsonObject {
  return path.split('/').reduce<JsonObject>((object, name) => object[name] as JsonObject, schema)
}

const productId = { $ref: '#/$defs/product_id_t' }

/** An extension says which one it is, how much it matters, and holds what it likes. */
const extensions: Json = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: {
    type: 'object',
    required: ['$schema', 'category', 'content', 'critical'],
    properties: {
      $schema: { type: 'string', minLength: 1 },
      category: { type: 'string', enum: ['essential', 'significant', 'supplementary'] },
      content: { type: 'object', minProperties: 1 },
      critical: { type: 'boolean' },
    },
    additionalProperties: false,
  },
}

/** A path of products: the first one on, in or with the next, and that again. */
const productPaths: Json = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['beginning_product_reference', 'full_product_name', 'subpaths'],
    properties: {
      beginning_product_reference: productId,
      full_product_name: { $ref: '#/$defs/full_product_name_t' },
      subpaths: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['category', 'next_product_reference'],
          properties: {
            category: {
              type: 'string',
              enum: [
                'default_component_of',
                'external_component_of',
                'installed_on',
                'installed_with',
                'optional_component_of',
              ],
            },
            next_product_reference: productId,
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
}

const text: Json = { type: 'string', minLength: 1 }

/** The selections of SSVC, as far as they are read. */
const ssvc: Json = {
  type: 'object',
  required: ['schemaVersion', 'selections', 'timestamp'],
  properties: {
    schemaVersion: { type: 'string', const: '2.0.0' },
    timestamp: { type: 'string', format: 'date-time' },
    selections: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['namespace', 'key', 'version', 'values'],
        properties: {
          namespace: text,
          key: text,
          version: text,
          name: text,
          values: {
            type: 'array',
            minItems: 1,
            items: { type: 'object', required: ['key'], properties: { key: text, name: text } },
          },
        },
      },
    },
  },
}

/** The schema of the library, of which nothing is changed, as that of the later draft. */
export function laterDraft(given: object): object {
  const schema = structuredClone(given) as JsonObject
  const defs = at(schema, '$defs')
  defs['extensions_t'] = extensions
  const flaw = at(schema, 'properties/vulnerabilities/items/properties')
  const content = at(flaw, 'metrics/items/properties/content/properties')
  const extended = [
    at(schema, 'properties'),
    at(schema, 'properties/document/properties'),
    at(defs, 'full_product_name_t/properties'),
    flaw,
    content,
  ]
  for (const properties of extended) properties['x_extensions'] = { $ref: '#/$defs/extensions_t' }
  at(schema, 'properties/product_tree/properties')['product_paths'] = productPaths
  Object.assign(at(flaw, 'ids/items/properties'), {
    group_ids: { $ref: '#/$defs/product_groups_t' },
    product_ids: { $ref: '#/$defs/products_t' },
  })
  content['qualitative_severity_rating'] = { type: 'string', enum: ['critical', 'high', 'low', 'medium', 'none'] }
  content['ssvc_v2'] = ssvc
  return schema
}

/** Revision 2 of CVSS 4.0 has one score, that of the whole vector. */
export function laterCvss4(given: object): object {
  const schema = structuredClone(given) as JsonObject
  const names = ['threatScore', 'threatSeverity', 'environmentalScore', 'environmentalSeverity']
  Object.assign(at(schema, 'properties'), Object.fromEntries(names.map((name) => [name, false])))
  return schema
}
