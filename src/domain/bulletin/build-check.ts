/** How the build of Windows on a machine is compared with the one after a fix. */

const key = String.raw`HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion`

/**
 * A line of PowerShell that says whether a machine has at least this build: `10.0.26100.4349`, `26100.4349`. Null for what
 * is no build of Windows.
 */
export function buildCheck(build: string): string | null {
  const [, number, revision] = /^(?:10\.0\.|6\.[0-3]\.)?(\d{4,6})\.(\d+)$/.exec(build) ?? []
  if (number === undefined || revision === undefined) return null
  return `(Get-ItemProperty '${key}') | % { $_.CurrentBuild -eq ${number} -and $_.UBR -ge ${revision} }`
}

/** A build as Windows shows it: without the version before it. */
export const shownBuild = (build: string): string => build.replace(/^10\.0\.(?=\d{5}\.)/, '')
