import { resolve } from 'node:path'
import project from '../../package.json' with { type: 'json' }

/** The package that `npm run release` has made. */
export const packed = resolve('release', `${project.name}-${project.version}.tgz`)
