import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

type Asset = {
  bytes: Buffer<ArrayBuffer>
  etag: string
  br: Buffer<ArrayBuffer> | undefined
  gzip: Buffer<ArrayBuffer> | undefined
}

/** Every file of the build by its path in a URL. The build is small, and what is not in this map cannot be asked for. */
async function readAssets(directory: string): Promise<Map<string, Asset>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer<ArrayBuffer>>()
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(directory.length).split(sep).join('/').replace(/^\/?/, '/'), Buffer.from(await readFile(path)))
  }
  const assets = [...files].filter(([path]) => extname(path) in types)
  return new Map(
    assets.map(([path, bytes]) => {
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      return [path, { bytes, etag, br: files.get(`${path}.br`), gzip: files.get(`${path}.gz`) }]
    }),
  )
}

/** Serves the built pages: hashed assets for ever, precompressed; a path of the application gives `index.html`. */
export async function serveSite(directory: string): Promise<MiddlewareHandler> {
  const assets = await readAssets(directory)
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const isFile = assets.has(c.req.path) || extname(c.req.path) in types
    const path = isFile ? c.req.path : '/index.html'
    const asset = assets.get(path)
    if (asset === undefined) return next()

    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name) && asset[name] !== undefined)
    const headers = {
      etag: asset.etag,
      vary: 'accept-encoding',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers)
    return c.body((encoding && asset[encoding]) ?? asset.bytes, 200, {
      ...headers,
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      ...(encoding && { 'content-encoding': encoding }),
    })
  }
}
