import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../access/principal.ts'
import type { PrepareView } from '../../contract/first-view.ts'
import { serveSite } from '../http/site.ts'
import { readTemplate, type PageTemplate } from './page-template.ts'

/** What renders first views, and the page that they are put into. `warmUp`: loads it before the first is asked for. */
export type Rendering = { prepare: PrepareView; template: PageTemplate; warmUp: () => Promise<void> }

/** What is built from `src/web/render.tsx`. */
type Renderer = { prepareView: PrepareView; loadViews: () => Promise<unknown> }

/** The components are loaded when they are first needed: a server that starts does not wait for them. */
function renderedBy(script: string): Pick<Rendering, 'prepare' | 'warmUp'> {
  let loading: Promise<Renderer> | undefined
  const load = async () => (loading ??= import(pathToFileURL(script).href) as Promise<Renderer>)
  return {
    prepare: async (visit, ask) => (await load()).prepareView(visit, ask),
    warmUp: async () => void (await (await load()).loadViews()),
  }
}

/** What an app serves of a build, as far as there is one: its pages, and first views of them. */
export async function servedBuild({ pages, render }: { pages: string; render: string }): Promise<{
  site?: MiddlewareHandler<AppEnv>
  rendering?: Rendering
}> {
  if (!existsSync(pages)) return {}
  const site = await serveSite(pages)
  const script = join(render, 'render.js')
  if (!existsSync(script)) return { site }
  return { site, rendering: { ...renderedBy(script), template: await readTemplate(pages) } }
}
