import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { about } from '../../src/contract/endpoints/about.ts'
import { documentBytes } from '../../src/contract/limits.ts'
import { readConfig, variables } from '../../src/server/config.ts'
import { ProjectManifest, releaseManifest } from '../../src/server/release/manifest.ts'

const read = (name: string) => readFileSync(`docs/deploy/${name}`, 'utf8')
const [container, compose, unit, nginx, caddy, guide] = [
  'Containerfile',
  'compose.yaml',
  'hotfix-report.service',
  'nginx.conf',
  'Caddyfile',
  'README.md',
].map(read) as [string, string, string, string, string, string]
const all = [container, compose, unit, nginx, caddy, guide]

const program = `/opt/hotfix-report/${releaseManifest(ProjectManifest.parse(project)).bin['hotfix-report']}`
const node = '/opt/hotfix-report/node_modules/.bin/node'
const { port } = readConfig({})

/** `NAME=value` and `NAME: value` of variables that are the server's. */
const settingsIn = (text: string) =>
  [...text.matchAll(/\b([A-Z]+(?:_[A-Z]+)*)(?:=|: )('?)([^\s'\\;]+)\2/g)].map(([, name = '', , value = '']) => ({
    name,
    value,
  }))

/** Variables of programs beside the server. */
const others = /^(?:POSTGRES_|VERSION$|DAC_)/

describe('the examples of deployment', () => {
  it('set variables that the server knows', () => {
    const named = all
      .flatMap(settingsIn)
      .filter(({ name }) => !others.test(name) && /^(?:[A-Z]+_)+[A-Z]+$|^(?:HOST|PORT|PROXIES)$/.test(name))
    expect(named.length).toBeGreaterThan(10)
    expect(named.map(({ name }) => name).filter((name) => !variables.includes(name))).toEqual([])
  })

  it.each([
    ['the image', container, {}],
    ['the unit of systemd', unit, {}],
    ['the compose file', compose, { DATABASE_URL: 'postgresql://hotfix:secret@database/hotfix' }],
  ])('%s starts a server with values that it takes', (_, text, secrets) => {
    const given = settingsIn(text.replaceAll(/^#.*$/gm, '')).filter(
      ({ name }) => variables.includes(name) && !name.endsWith('_FILE'),
    )
    const config = readConfig({ ...Object.fromEntries(given.map(({ name, value }) => [name, value])), ...secrets })
    expect(config.port).toBe(port)
  })

  it('lead to the port on which the server listens', () => {
    const ports = all.flatMap((text) => [...text.matchAll(/(?:127\.0\.0\.1:|PORT=|EXPOSE )(\d{4,5})/g)])
    expect(ports.length).toBeGreaterThan(6)
    expect(new Set(ports.map(([, each]) => Number(each)))).toEqual(new Set([port]))
  })

  it('start the program of a release, with the Node of its lock', () => {
    expect(existsSync(program.replace('/opt/hotfix-report/dist', 'src').replace(/js$/, 'ts'))).toBe(true)
    expect(container).toContain(`ENTRYPOINT ["${node}", "${program}"]`)
    expect(unit).toContain(`ExecStart=${node} ${program} start\n`)
    expect(guide).toContain(`${node} ${program} user add`)
  })

  it('are of this version', () => {
    const { name, version } = project
    expect(container).toContain(`ARG VERSION=${version}\n`)
    expect(compose).toContain(`image: ${name}:${version}\n`)
    const versions = [guide, container].flatMap((text) => [...text.matchAll(/hotfix-report[-:](\d+\.\d+\.\d+)/g)])
    expect(new Set(versions.map(([, each]) => each))).toEqual(new Set([version]))
  })

  it('take documents of the size that the server takes, and keep its figures inside', () => {
    const mebibytes = documentBytes / 1024 / 1024
    expect(nginx).toContain(`client_max_body_size ${mebibytes}m;`)
    expect(caddy).toContain(`max_size ${mebibytes}MiB`)
    for (const proxy of [nginx, caddy]) expect(proxy).toMatch(/\/metrics(?: 404| \{\s*return 404;)/)
  })

  it('ask whether the server is ready where it says so', () => {
    expect(Object.values(about).map(({ path }) => path)).toContain('/readyz')
    expect(container).toContain('process.env.PORT}/readyz`')
  })

  it('let nothing be written but data', () => {
    expect(container).toMatch(/^USER \d+:\d+$/m)
    expect(compose.match(/read_only: true/g)).toHaveLength(2)
    expect(compose.match(/cap_drop: \[ALL\]/g)).toHaveLength(2)
    expect(unit).toMatch(/^ProtectSystem=strict$[^]*^CapabilityBoundingSet=$/m)
  })
})
