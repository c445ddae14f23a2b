import { build, type Rolldown } from 'vite'

/** A module and all that it imports as one classic script, built as the pages are; its exports are in the global `name`. */
export async function bundle(entry: string, name: string): Promise<string> {
  const output = await build({
    logLevel: 'error',
    publicDir: false,
    // A classic script is one file: the chunks of the pages are none of its.
    build: {
      write: false,
      lib: { entry, name, formats: ['iife'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [{ output: chunks }] = [output].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput]
  return chunks[0].code
}
