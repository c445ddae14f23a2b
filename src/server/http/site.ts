import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../access/principal.ts'
import { answerOtherMethod } from './methods.ts'
import { pageOf } from './page-of.ts'
import { pageLinks, shapeOf } from './page-chunks.ts'
import { contentTag, sendReply, type PreparedReply } from './reply.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

const extensions = { br: '.br', gzip: '.gz' } as const

/** Every file of the build by its path in a URL. The build is small, and what is not in this map cannot be asked for. */
async function readAssets(directory: string): Promise<Map<string, PreparedReply>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer<ArrayBuffer>>()
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(directory.length).split(sep).join('/').replace(/^\/?/, '/'), Buffer.from(await readFile(path)))
  }
  const assets = [...files].flatMap(([path, plain]): [string, PreparedReply][] => {
    const type = types[extname(path)]
    if (type === undefined) return []
    const encodings = (['br', 'gzip'] as const).filter((encoding) => files.has(path + extensions[encoding]))
    const compressed = async (encoding: 'br' | 'gzip') => files.get(path + extensions[encoding]) ?? plain
    return [[path, { etag: contentTag(plain), type, plain, encodings, compressed }]]
  })
  return new Map(assets)
}

/** Whether a path can be a file of the build only: a page may have any name in its second part, such as the id of a bulletin. */
const isFilePath = (path: string) => path.startsWith('/assets/') || (extname(path) !== '' && !path.includes('/', 1))

/**
 * Serves the built pages: hashed assets for ever, precompressed; the path of a page gives `index.html`. So does any other,
 * and a page of something that is not on file, with 404: a person is told what to do, and a program that there is nothing.
 */
export async function serveSite(directory: string): Promise<MiddlewareHandler<AppEnv>> {
  const assets = await readAssets(directory)
  const links = pageLinks([...assets.keys()], (path) => assets.get(path)?.plain.toString() ?? '')
  return async (c, next) => {
    const { method, path } = c.req
    const asset = assets.get(path) ?? (isFilePath(path) ? undefined : assets.get('/index.html'))
    if (asset === undefined) return next()
    if (method !== 'GET' && method !== 'HEAD') return answerOtherMethod(c, ['GET'])
    if (!assets.has(path) && (pageOf(path) === null || c.get('isMissing') === true))
      return c.body(asset.plain, 404, { 'content-type': asset.type, 'cache-control': 'no-cache' })
    const isHashed = path.startsWith('/assets/')
    const link = assets.has(path) && path !== '/' ? undefined : links.get(shapeOf(path))
    return sendReply(c, asset, {
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(link !== undefined && { link }),
    })
  }
}
