/** Short names of OS editions. */

/** A platform as people call it: "Windows 11 Version 24H2 for x64-based Systems" is "Windows 11 24H2 x64". */
export const shortPlatform = (label: string): string =>
  label.replace(/ Version (?=\d)/, ' ').replace(/ for (\S+?)(?:-based)? Systems\b/, ' $1')

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
