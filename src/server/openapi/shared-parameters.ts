type Paths = Readonly<Record<string, Record<string, unknown>>>
type Operation = { parameters?: unknown[] | undefined }

/** A parameter that is described in place: one that is a reference already has no name. */
const nameOf = (parameter: unknown): string | null =>
  typeof parameter === 'object' && parameter !== null && 'name' in parameter ? String(parameter.name) : null

/** Below this a reference is no shorter than what it refers to. */
const shortest = 90

/**
 * Takes parameters that several operations have alike out of these, in place: lists, feeds and exports take the same filter.
 *
 * @returns the components that the operations refer to from now on, by name
 */
export function shareParameters(paths: Paths): Record<string, unknown> {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods) as Operation[])
  const uses = new Map<string, number>()
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    const text = JSON.stringify(parameter)
    uses.set(text, (uses.get(text) ?? 0) + 1)
  }
  const components: Record<string, unknown> = {}
  for (const operation of operations) {
    operation.parameters = operation.parameters?.map((parameter) => {
      const name = nameOf(parameter)
      const text = JSON.stringify(parameter)
      if (name === null || text.length < shortest || (uses.get(text) ?? 0) < 2) return parameter
      // What has the name of another one stays where it is.
      if (JSON.stringify((components[name] ??= parameter)) !== text) return parameter
      return { $ref: `#/components/parameters/${name}` }
    })
  }
  return components
}
