/**
 * Starts the server with what Node has compiled before: reading and compiling its files is most of a start. No TypeScript,
 * since what strips types would else be loaded for this file alone.
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

// Where nothing can be written there, all is compiled anew. NODE_COMPILE_CACHE names another folder.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'))
await import('./main.ts')
// Kept now, and not at the end only: a server may be killed.
flushCompileCache()
