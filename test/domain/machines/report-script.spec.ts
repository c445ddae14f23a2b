import { describe, expect, it } from 'vitest'
import { reportMark, reportScript } from '../../../src/domain/machines/report-script.ts'
import { readInventory } from '../../../src/feeds/inventory/read.ts'

/** The script without its comments, which show how it is called. */
const code = reportScript
  .split('\n')
  .filter((line) => !line.trimStart().startsWith('#'))
  .join('\n')

/** What it prints on a domain controller that waits for a restart. */
const printed = [
  `{"report":"${reportMark}","name":"SV-1","seenAt":"2025-06-20T03:00:00Z",`,
  String.raw`"caption":"Microsoft Windows Server 2022 Standard\u00ae","version":"10.0.20348","revision":3692,`,
  '"architecture":"AMD64","installation":"Server Core","domainRole":"5","restartPending":true,',
  '"fixes":[{"kb":"KB5060526","since":"2025-06-15"},{"kb":"File 1","since":""}],',
  '"history":[{"kb":"KB5060526","at":"2025-06-15T11:00:00Z","operation":"1","result":"3","code":"0x00240005"},',
  '{"kb":"KB5058385","at":"2025-05-18T11:00:00Z","operation":"1","result":"4","code":"0x80240017"}]}\r\n',
].join('')

const read = (text: string) => readInventory(new TextEncoder().encode(text), { zone: 'UTC' })

describe('the script that prints what a machine reports', () => {
  it('only reads: no command in it could change anything', () => {
    const commands = new Set(code.match(/\b[A-Z][A-Za-z]+-[A-Z][A-Za-z]+\b/g))
    expect([...commands].toSorted()).toEqual([
      'Format-Fields',
      'Format-Text',
      'Get-CimInstance',
      'Get-Command',
      'Get-HotFix',
      'Get-ItemProperty',
      'Get-WmiObject',
      'New-Object',
      'Read-Class',
      'Test-Path',
    ])
    expect(code).not.toMatch(/Invoke|iex|Start-|Set-|Remove-|New-Item|Out-File|>|&\s|Download\(|Install\(|\.Search\(/)
  })

  it('has what Windows PowerShell 2.0 knows, and letters that every console takes', () => {
    expect(code).not.toMatch(/ConvertTo-Json|\[pscustomobject\]|\[ordered\]|-in |\?\?/i)
    expect(reportScript).not.toMatch(/[^\n -~]/)
    for (const [open, close] of [
      ['(', ')'],
      ['{', '}'],
      ['[', ']'],
    ] as const)
      expect(code.split(open)).toHaveLength(code.split(close).length)
  })

  it('asks for nobody: neither the owner, nor who has installed a fix', () => {
    expect(code).not.toMatch(/user|owner|serial|InstalledBy/i)
  })

  it('prints what is read again, of many machines one line after the other', () => {
    const { machines, problems, notices } = read(printed + printed.replace('SV-1', 'SV-2'))
    expect(problems).toEqual([])
    expect(notices).toEqual([{ notice: 'no-kb', times: 2 }])
    expect(machines.map(({ report }) => report.name)).toEqual(['SV-1', 'SV-2'])
    expect(machines[0]?.report).toEqual({
      name: 'SV-1',
      kind: 'script',
      seenAt: '2025-06-20T03:00:00Z',
      caption: 'Microsoft Windows Server 2022 Standard®',
      build: '10.0.20348.3692',
      architecture: 'x64',
      installation: 'server-core',
      roles: ['domain-controller'],
      restartPending: true,
      fixes: [{ kb: 'KB5060526', since: '2025-06-15' }],
      attempts: [
        { kb: 'KB5060526', at: '2025-06-15T11:00:00Z', outcome: 'restart-pending', code: '0x00240005' },
        { kb: 'KB5058385', at: '2025-05-18T11:00:00Z', outcome: 'failed', code: '0x80240017' },
      ],
    })
  })

  it('is told by its field where a line of it is not as the script writes it', () => {
    expect(read(printed.replace('"revision":3692', '"revision":"new"')).problems).toEqual([
      { line: 1, machine: null, fault: 'value', value: 'revision' },
    ])
  })
})
