/** The licences of the packages of others that are inside a build. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** The file of a build that lists them, as the bundler writes it. */
export const licenseFile = 'licenses.json'

const Package = z.object({
  name: z.string(),
  version: z.string(),
  identifier: z.string().nullish(),
  text: z.string().nullish(),
})
type BundledPackage = z.infer<typeof Package>

/** The packages in some builds, each version once, by name. */
export async function bundledIn(folders: readonly string[]): Promise<BundledPackage[]> {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      z.array(Package).parse(JSON.parse(await readFile(join(folder, licenseFile), 'utf8'))),
    ),
  )
  const each = new Map(lists.flat().map((bundled) => [`${bundled.name} ${bundled.version}`, bundled]))
  return [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, bundled]) => bundled)
}

/**
 * The notice that goes with a release, in Markdown.
 *
 * @throws Error where it is not known under which licence a package is
 */
export function thirdPartyNotice(packages: readonly BundledPackage[]): string {
  const sections = packages.map(({ name, version, identifier, text }) => {
    const licence = identifier ?? ''
    if (licence === '') throw new Error(`${name} ${version} does not say under which licence it is`)
    return `## ${name} ${version}\n\n${licence}\n${(text ?? '') === '' ? '' : `\n${indented(text ?? '')}\n`}`
  })
  return `# Packages of others\n\nHotFix Report has these built in, each under its own licence.\n\n${sections.join('\n')}`
}

/** As a block that Markdown leaves as it is. */
const indented = (text: string) =>
  text
    .trim()
    .replaceAll(/^(?=.)/gm, '    ')
    .replaceAll('\r', '')
