/** A PowerShell script that prints what one machine reports of itself. It reads, and changes nothing. */

/** By this a report of the script is known, and in which shape it is. */
export const reportMark = 'hotfix-report machine 1'

/**
 * The script, for Windows PowerShell 2.0 and later and for PowerShell 7; it needs no administrator. It prints one line of
 * JSON in ASCII, so that no console can spoil it, and no name of a person.
 */
export const reportScript = String.raw`# Prints what this machine reports of Windows and its updates, as one line of JSON. Reads, and changes nothing.
# Save the output in a file:  powershell -ExecutionPolicy Bypass -File report-machine.ps1 > machine.json
# Several machines:  Invoke-Command -ComputerName (Get-Content names.txt) -FilePath report-machine.ps1 > machines.json
$ErrorActionPreference = 'Stop'

# PowerShell 2.0 has no ConvertTo-Json.
function Format-Text([object]$Value) {
  $out = New-Object Text.StringBuilder
  foreach ($letter in ([string]$Value).ToCharArray()) {
    $code = [int]$letter
    if ($code -lt 32 -or $code -gt 126 -or $letter -eq '"' -or $letter -eq '\') { [void]$out.Append('\u' + $code.ToString('x4')) }
    else { [void]$out.Append($letter) }
  }
  '"' + $out.ToString() + '"'
}

function Format-Fields([object[]]$Pairs) {
  $fields = @()
  for ($at = 0; $at -lt $Pairs.Count; $at += 2) { $fields += (Format-Text $Pairs[$at]) + ':' + $Pairs[$at + 1] }
  '{' + ($fields -join ',') + '}'
}

# WMI is gone from PowerShell 7, and CIM is not in PowerShell 2.0.
function Read-Class([string]$Name) {
  if (Get-Command Get-CimInstance -ErrorAction SilentlyContinue) { Get-CimInstance -ClassName $Name }
  else { Get-WmiObject -Class $Name }
}

$invariant = [Globalization.CultureInfo]::InvariantCulture
$windows = Read-Class 'Win32_OperatingSystem'
$computer = Read-Class 'Win32_ComputerSystem'
$key = Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$processor = (Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Environment').PROCESSOR_ARCHITECTURE
$revision = 'null'
if ($null -ne $key.UBR) { $revision = ([int]$key.UBR).ToString($invariant) }

$pending = 'false'
foreach ($path in @(
    'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending',
    'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired')) {
  if (Test-Path -LiteralPath $path) { $pending = 'true' }
}

$fixes = 'null'
try {
  $list = @()
  foreach ($fix in @(Get-HotFix)) {
    $since = ''
    try { if ($fix.InstalledOn) { $since = ([DateTime]$fix.InstalledOn).ToString('yyyy-MM-dd', $invariant) } } catch { $since = '' }
    $list += Format-Fields @('kb', (Format-Text $fix.HotFixID), 'since', (Format-Text $since))
  }
  $fixes = '[' + ($list -join ',') + ']'
} catch { $fixes = 'null' }

# The times of the history are those of UTC. Updates without an article, such as drivers, are left out.
$history = 'null'
try {
  $searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
  $list = @()
  $count = [Math]::Min($searcher.GetTotalHistoryCount(), 1000)
  if ($count -gt 0) {
    foreach ($entry in $searcher.QueryHistory(0, $count)) {
      $found = [regex]::Match([string]$entry.Title, 'KB\d{4,8}', 'RightToLeft, IgnoreCase')
      if (-not $found.Success) { continue }
      $at = ([DateTime]$entry.Date).ToString('yyyy-MM-dd\THH:mm:ss\Z', $invariant)
      $list += Format-Fields @(
        'kb', (Format-Text $found.Value.ToUpperInvariant()), 'at', (Format-Text $at),
        'operation', (Format-Text ([int]$entry.Operation)), 'result', (Format-Text ([int]$entry.ResultCode)),
        'code', (Format-Text ('0x' + ([int]$entry.HResult).ToString('X8'))))
    }
  }
  $history = '[' + ($list -join ',') + ']'
} catch { $history = 'null' }

Format-Fields @(
  'report', (Format-Text '${reportMark}'),
  'name', (Format-Text $env:COMPUTERNAME),
  'seenAt', (Format-Text ([DateTime]::UtcNow.ToString('yyyy-MM-dd\THH:mm:ss\Z', $invariant))),
  'caption', (Format-Text $windows.Caption),
  'version', (Format-Text $windows.Version),
  'revision', $revision,
  'architecture', (Format-Text $processor),
  'installation', (Format-Text $key.InstallationType),
  'domainRole', (Format-Text ([int]$computer.DomainRole)),
  'restartPending', $pending,
  'fixes', $fixes,
  'history', $history)
`
