import type { DescribedOperation } from './operation.ts'

/** A part of a description that is used in several places, and how it is put there. */
type Use = {
  /** What it is to be called. */
  name: string
  part: object
  put: (part: object) => void
}

/**
 * Takes what is alike out of the places that use it, in place: lists, feeds and exports take the same filter. A name that
 * is taken by another part gets a number.
 *
 * `section`: where the components are, such as `parameters`
 *
 * @returns the components that the places refer to from now on, by name
 */
function share(section: string, uses: readonly Use[]): Record<string, object> {
  const components: Record<string, object> = {}
  for (const [text, alike] of Map.groupBy(uses, ({ part }) => JSON.stringify(part))) {
    const [first] = alike
    if (first === undefined || alike.length < 2) continue
    const isFree = (name: string) => !(name in components)
    let name = first.name
    for (let number = 2; !isFree(name); number += 1) name = `${first.name}${number}`
    const reference = { $ref: `#/components/${section}/${name}` }
    // Where a reference is no shorter than what it refers to, nothing is won.
    if (JSON.stringify(reference).length >= text.length) continue
    components[name] = first.part
    for (const { put } of alike) put(reference)
  }
  return components
}

/** What a response tells: the name of the schema of its answer, `List` after that of its items. */
function nameOf(response: object): string {
  const names = Array.from(JSON.stringify(response).matchAll(/"items"|#\/(\w+)"/g), ([, name = 'List']) => name)
  const own = names.filter((name) => name !== 'ProblemDetails').toReversed()
  return own.length > 0 ? own.join('') : 'Text'
}

/** Takes the parameters and responses that several places have alike out of these, in place. */
export function shareParts(places: readonly Partial<DescribedOperation>[]) {
  const parameters = places.flatMap(({ parameters: all = [] }) =>
    all.map((part, at): Use => ({
      name: 'name' in part ? String(part.name) : '',
      part,
      put: (shared) => void (all[at] = shared),
    })),
  )
  const responses = places.flatMap(({ responses: all = {} }) =>
    Object.entries(all).map(([status, part]): Use => ({
      name: nameOf(part) + (status === '201' ? 'Created' : ''),
      part,
      put: (shared) => void (all[status] = shared),
    })),
  )
  const isOwn = ({ part }: Use) => !('$ref' in part)
  return {
    parameters: share('parameters', parameters.filter(isOwn)),
    responses: share('responses', responses.filter(isOwn)),
  }
}
