/** Short names of OS editions. */
import { shortPlatform } from '../platforms/short-platform.ts'

const withoutWindows = (name: string) => name.replace(/^(?:Microsoft )?Windows (?=\S)/, '')

/**
 * An edition below the heading of its version: "Standard" of "Windows Server 2019" is "Server 2019 Standard". One that says
 * its version by itself stays as it is.
 */
export function rowName(edition: string, label: string): string {
  const platform = shortPlatform(label)
  const isSaid = edition.includes('Windows') || edition.toLowerCase().includes(withoutWindows(platform).toLowerCase())
  return withoutWindows(isSaid ? edition : `${platform} ${edition}`)
}

/** Names of rows, and those of one name with what the platform of each adds to it: "11 Enterprise ARM64", "Standard Core". */
export function toldApart(rows: readonly { name: string; label: string }[]): string[] {
  const wordsOf = ({ label }: { label: string }) => shortPlatform(label).split(' ')
  const alike = Map.groupBy(rows, ({ name }) => name)
  return rows.map((row) => {
    const others = (alike.get(row.name) ?? []).filter((other) => other !== row).map(wordsOf)
    const added = wordsOf(row).filter((word) => !others.every((words) => words.includes(word)))
    return [row.name, ...added].join(' ')
  })
}
