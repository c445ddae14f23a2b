import { lazy, useState, type ComponentType } from 'react'
import { noteDrawn } from './first-view.ts'

/** What loads the code of each part. */
const parts = new Map<string, () => Promise<unknown>>()

/**
 * A part of a page whose code is loaded when it is first drawn. A first view that has it says so by its name, and a
 * browser has its code there before it takes the view over: React would throw away what it cannot draw at once.
 */
export function lazyPart<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  const keep = async () => {
    Loaded = await load()
    return { default: Loaded }
  }
  const Lazy = lazy(keep)
  parts.set(name, keep)
  return function Drawn(props: Props) {
    noteDrawn(name)
    // The same for as long as it is there: another one would be drawn as new elements, under a click.
    const [{ Part }] = useState({ Part: Loaded ?? Lazy })
    return <Part {...props} />
  }
}

/** Loads the code of parts, and of the parts within them. */
export async function loadParts(names: readonly string[]): Promise<void> {
  const known = names.filter((name) => parts.has(name))
  await Promise.all(known.map(async (name) => parts.get(name)?.()))
  const rest = names.filter((name) => !known.includes(name))
  // A name that is in no code that was loaded is of another build.
  if (known.length > 0 && rest.length > 0) await loadParts(rest)
}
