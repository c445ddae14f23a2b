import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { literal, verificationScript } from '../../../src/domain/bulletin/verification-script.ts'
import { readContent } from '../../../src/server/content.ts'

type Facts = Parameters<typeof verificationScript>[0]
const names = (ids: readonly string[]) => ids.join(', ')
const { bulletins } = await readContent()
const found = bulletins.find(({ id }) => id === 'MS05-019')
if (found === undefined) throw new Error('MS05-019 is needed')
const ms05019: Bulletin = found

/** A literal: between single quotes anything but a control character, and quotes only in pairs of the same kind. */
const quoted = String.raw`'(?:[^\p{Cc}\u2028\u2029'‘’‚‛]|''|‘‘|’’|‚‚|‛‛)*'`
/** All that a check may look like. Everything else of a script is the same for every bulletin. */
const check = new RegExp(
  `^(?:Test-RegistryKey ${quoted} ${quoted}|Test-OsBuild ${quoted} ${quoted}|Test-FileVersion ${quoted} ${quoted} @\\(${quoted}(?:, ${quoted})*\\))$`,
  'u',
)

/** The lines of a script after its fixed part. */
function checksOf(facts: Facts): string[] {
  const script = verificationScript(facts, names) ?? ''
  const lines = script.trimEnd().split('\n')
  return lines.slice(lines.findLastIndex((line) => line === '}') + 1).filter((line) => line !== '')
}

describe('the script of MS05-019', () => {
  it('checks every registry key, and every file with the versions of all branches', () => {
    const checks = checksOf(ms05019)
    expect(checks.filter((line) => line.startsWith('Test-RegistryKey'))).toHaveLength(3)
    expect(checks).toContain(
      String.raw`Test-RegistryKey 'windows-server-2003.rtm' 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Updates\Windows Server 2003\SP1\KB893066\Filelist'`,
    )
    const places = new Set(
      ms05019.packages.flatMap(({ name, files }) => files.map((file) => `${name} ${file.folder} ${file.name}`)),
    )
    expect(checks.filter((line) => line.startsWith('Test-FileVersion'))).toHaveLength(places.size)
    expect(checks.join('\n')).toContain(String.raw`'%SystemRoot%\system32\drivers\afd.sys' @('5.0.2195.6687')`)
  })

  it('only reads: no command in it could change anything', () => {
    const script = verificationScript(ms05019, names) ?? ''
    const commands = new Set(script.match(/\b[A-Z][A-Za-z]+-[A-Z][A-Za-z]+\b/g))
    expect([...commands].toSorted()).toEqual(
      [
        'Format-Field',
        'ForEach-Object',
        'Get-Item',
        'Get-ItemProperty',
        'New-Object',
        'Sort-Object',
        'Test-FileVersion',
        'Test-OsBuild',
        'Test-Path',
        'Test-RegistryKey',
        'Write-Check',
      ].toSorted(),
    )
    expect(script).not.toMatch(/Invoke|iex|Start-|Set-|Remove-|New-Item|Out-File|>|&\s/)
  })
})

describe('a script', () => {
  it('checks the build of Windows, where that is what is known', () => {
    const facts: Facts = {
      id: 'KB5060999',
      packages: [],
      verification: [
        { platforms: ['windows-11.23h2.x64'], kind: 'os-build', path: 'Windows', expected: '10.0.22631.5472' },
      ],
    }
    expect(checksOf(facts)).toEqual(["Test-OsBuild 'windows-11.23h2.x64' '10.0.22631.5472'"])
  })

  it.each([
    String.raw`\\evil.example\share\a.dll`,
    String.raw`//evil.example/share/a.dll`,
    String.raw`\??\UNC\evil.example\share\a.dll`,
    String.raw`%a%\\evil.example\a.dll`,
    'a.dll',
  ])('looks at no file but those of the machine itself: %s', (path) => {
    const [folder, name] = [path.slice(0, -5), path.slice(-5)]
    const facts: Facts = {
      id: 'KB1',
      packages: ms05019.packages
        .slice(0, 1)
        .map((given) => ({ ...given, files: given.files.slice(0, 1).map((file) => ({ ...file, folder, name })) })),
      verification: [{ platforms: ['windows-11.23h2.x64'], kind: 'file-version', path, expected: '1.0' }],
    }
    expect(verificationScript(facts, names)).toBeNull()
  })

  it.each([String.raw`C:\Program Files\a.dll`, String.raw`%ProgramFiles(x86)%\a\a.dll`])('looks at %s', (path) => {
    const facts: Facts = {
      id: 'KB1',
      packages: [],
      verification: [{ platforms: ['windows-11.23h2.x64'], kind: 'file-version', path, expected: '1.0' }],
    }
    expect(checksOf(facts)).toEqual([`Test-FileVersion 'windows-11.23h2.x64' '${path}' @('1.0')`])
  })

  it('is none where nothing can be checked by it', () => {
    expect(verificationScript({ id: 'KB1', packages: [], verification: [] }, names)).toBeNull()
  })

  it('holds whatever a fact says as a text, and never as a command', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        "'; Remove-Item C:\\ -Recurse #",
        '’; calc; ’',
        '$(calc)',
        '`n calc',
        '"; calc',
        'a\r\ncalc\n',
        '\u2028calc',
        '\u0086calc',
      ),
    )
    const kind = fc.constantFrom('registry-key' as const, 'file-version' as const, 'os-build' as const)
    const facts = fc.record({
      id: fc.constant('KB1'),
      verification: fc.array(
        fc.record({
          platforms: fc.array(nasty, { maxLength: 2 }),
          kind,
          path: nasty,
          expected: fc.oneof(nasty, fc.constant('1.2')),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      packages: fc.array(
        fc.record({
          name: nasty,
          platforms: fc.array(nasty, { maxLength: 2 }),
          files: fc.array(
            fc.record({
              branch: fc.constant(null),
              folder: nasty,
              name: nasty,
              date: fc.constant('2005-04-13'),
              version: fc.oneof(nasty, fc.constant('5.0.2195.6687')),
              size: fc.nat(),
            }),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 2 },
      ),
    })
    const fixed = verificationScript(ms05019, names)?.split('\nTest-')[0]?.split('\n').slice(1).join('\n') ?? ''
    expect(fixed).toContain('function Test-OsBuild')
    fc.assert(
      fc.property(facts, (given) => {
        const script = verificationScript(given, names)
        if (script === null) return
        expect(script.split('\n').slice(1).join('\n').startsWith(fixed)).toBe(true)
        expect(checksOf(given).filter((line) => !check.test(line))).toEqual([])
      }),
    )
  })

  it.each([
    ["it's", "'it''s'"],
    ['it’s', "'it’’s'"],
    ['$env:X `n', "'$env:X `n'"],
    ['a\nb', "'a b'"],
  ])('writes %j as %s', (text, written) => {
    expect(literal(text)).toBe(written)
  })
})
