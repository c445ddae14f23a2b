#!/usr/bin/env node
/**
 * `hotfix-report`: starts the server or a command of a release with the Node that comes with it. This file itself runs on
 * Node 20 and later, so it takes nothing from the others but names.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commands } from '../release/commands.ts'
import { helpText, nodePackage, readAsked, type Manifest } from '../release/launching.ts'

/** The first version that has all that the server uses. */
const firstNode = 26

const require = createRequire(import.meta.url)
const manifestFile = join(import.meta.dirname, '../../../package.json')
// It is our own build that wrote it.
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest

/** The program of the Node that came along; null where it did not. */
function nodeThatCame(): string | null {
  const name = nodePackage(manifest, process.platform, process.arch)
  if (name === null) return null
  try {
    const file = require.resolve(`${name}/package.json`)
    return join(dirname(file), process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  } catch {
    return null
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

/** Runs a script with another Node as if it were this process: same terminal, signals and exit code. */
function runWith(node: string, script: string, given: readonly string[]): void {
  const child = spawn(node, [script, ...given], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`${node} does not run on this system: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}

async function main(): Promise<void> {
  const asked = readAsked(process.argv.slice(2))
  if (asked.task === 'version') return console.log(manifest.version)
  if (asked.task === 'help') return console.log(helpText(manifest.version))
  if (asked.task === 'refuse') {
    console.error(`${asked.why}; hotfix-report --help says what there is`)
    process.exitCode = 2
    return
  }
  const script = join(import.meta.dirname, '..', `${commands[asked.command]?.script ?? ''}.js`)
  const isNewEnough = Number.parseInt(process.versions.node, 10) >= firstNode
  if (isNewEnough) {
    process.argv.splice(1, process.argv.length, script, ...asked.given)
    await import(pathToFileURL(script).href)
    return
  }
  const node = nodeThatCame()
  if (node !== null) return runWith(node, script, asked.given)
  fail(
    `HotFix Report needs Node ${firstNode}, and the one that comes with it is not here (${process.platform}-${process.arch}): ` +
      `install without --omit=optional, or run it with Node ${firstNode} in place of ${process.version}`,
  )
}

await main()
