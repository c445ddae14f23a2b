/** A PowerShell script that looks whether a fix is on, from the facts of its bulletin. It reads and changes nothing. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'

type Facts = Pick<Bulletin, 'id' | 'verification' | 'packages'>

/**
 * A text as a literal of PowerShell: in single quotes nothing is expanded, and a quote is written twice. PowerShell
 * takes the typographic single quotes for quotes too. Control characters, line ends among them, become spaces.
 */
export const literal = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what must not get into the script
  `'${text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, ' ').replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`

const head = String.raw`# Looks whether a fix is on this machine, and changes nothing. Prints one line of CSV a check:
# machine, platform, check, expected, found, verdict (ok, older, missing, other-build).
# Lines of other platforms than this machine's say nothing about it.
$ErrorActionPreference = 'Stop'

function Format-Field([string]$Value) {
  # A spreadsheet would take these for formulas.
  if ($Value -match '^[=+\-@]') { $Value = ' ' + $Value }
  '"' + $Value.Replace('"', '""') + '"'
}

function Write-Check([string]$Platform, [string]$Check, [string]$Expected, [string]$Found, [string]$Verdict) {
  $fields = @($env:COMPUTERNAME, $Platform, $Check, $Expected, $Found, $Verdict)
  ($fields | ForEach-Object { Format-Field $_ }) -join ','
}

function Test-RegistryKey([string]$Platform, [string]$Path) {
  $isThere = Test-Path -LiteralPath ('Registry::' + $Path)
  if ($isThere) { Write-Check $Platform $Path 'present' 'present' 'ok' }
  else { Write-Check $Platform $Path 'present' '' 'missing' }
}

function Test-FileVersion([string]$Platform, [string]$Path, [string[]]$Expected) {
  $file = [Environment]::ExpandEnvironmentVariables($Path)
  $wanted = $Expected -join ' / '
  if (-not (Test-Path -LiteralPath $file)) { Write-Check $Platform $Path $wanted '' 'missing'; return }
  $info = (Get-Item -LiteralPath $file).VersionInfo
  $found = New-Object Version $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart
  $verdict = 'older'
  foreach ($text in $Expected) {
    $least = New-Object Version $text
    # Each servicing branch counts for itself: a version is held to that of the same build.
    if ($found.Build -eq $least.Build -and $found -ge $least) { $verdict = 'ok' }
  }
  $newest = ($Expected | ForEach-Object { New-Object Version $_ } | Sort-Object -Descending)[0]
  if ($found -gt $newest) { $verdict = 'ok' }
  Write-Check $Platform $Path $wanted $found.ToString() $verdict
}

function Test-OsBuild([string]$Platform, [string]$Expected) {
  $key = Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $system = [Environment]::OSVersion.Version
  $revision = 0
  if ($key.UBR -ne $null) { $revision = [int]$key.UBR }
  $found = New-Object Version $system.Major, $system.Minor, ([int]$key.CurrentBuild), $revision
  $least = New-Object Version $Expected
  $verdict = 'older'
  if ($found.Build -ne $least.Build) { $verdict = 'other-build' }
  elseif ($found -ge $least) { $verdict = 'ok' }
  Write-Check $Platform 'Windows' $Expected $found.ToString() $verdict
}
`

const versionPattern = /^\d+(?:\.\d+){1,3}$/

/**
 * A place on the machine itself. A script that looked at one of another machine would sign in there with the name of
 * the person who runs it.
 */
const localPattern = /^(?:[a-z]:|%[\w()]+%)\\(?!\\)/i

/** The files of a package by their place, each with the versions of all servicing branches. */
function fileChecks({ packages }: Facts, names: (ids: readonly PlatformId[]) => string): string[] {
  return packages.flatMap(({ platforms, files }) => {
    const places = Map.groupBy(
      files.filter(({ version }) => versionPattern.test(version)),
      ({ folder, name }) => `${folder.replace(/\\$/, '')}\\${name}`,
    )
    return [...places].flatMap(([path, rows]) => {
      if (!localPattern.test(path)) return []
      const versions = [...new Set(rows.map(({ version }) => version))]
      return [`Test-FileVersion ${literal(names(platforms))} ${literal(path)} @(${versions.map(literal).join(', ')})`]
    })
  })
}

/** The stated checks; what a script cannot look at is left to people. */
function statedChecks({ verification }: Facts, names: (ids: readonly PlatformId[]) => string): string[] {
  return verification.flatMap(({ platforms, kind, path, expected = '' }) => {
    const platform = literal(names(platforms))
    if (kind === 'registry-key') return [`Test-RegistryKey ${platform} ${literal(path)}`]
    if (!versionPattern.test(expected)) return []
    if (kind === 'os-build') return [`Test-OsBuild ${platform} ${literal(expected)}`]
    return localPattern.test(path) ? [`Test-FileVersion ${platform} ${literal(path)} @(${literal(expected)})`] : []
  })
}

/**
 * The script of a bulletin, for Windows PowerShell 2.0 and later; null where there is nothing that a script can check.
 * `names` gives the platforms as people call them.
 */
export function verificationScript(facts: Facts, names: (ids: readonly PlatformId[]) => string): string | null {
  const checks = [...new Set([...statedChecks(facts, names), ...fileChecks(facts, names)])]
  if (checks.length === 0) return null
  return [`# ${facts.id}`, head, ...checks, ''].join('\n')
}
