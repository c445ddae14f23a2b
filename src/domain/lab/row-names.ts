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

/**
 * Each row with its name, and those of one name with what the platform of each adds to it: "11 Enterprise ARM64",
 * "Standard Core". `of`: the name of a row and the label of its platform.
 */
export function toldApart<Row>(rows: readonly Row[], of: (row: Row) => { name: string; label: string }) {
  const named = rows.map((row) => {
    const { name, label } = of(row)
    return { row, name, words: shortPlatform(label).split(' ') }
  })
  const alike = Map.groupBy(named, ({ name }) => name)
  return new Map<Row, string>(
    named.map((each) => {
      const others = (alike.get(each.name) ?? []).filter((other) => other !== each)
      const added = each.words.filter((word) => !others.every(({ words }) => words.includes(word)))
      return [each.row, [each.name, ...added].join(' ')]
    }),
  )
}
