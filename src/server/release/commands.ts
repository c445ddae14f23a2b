/** The commands of a release: `hotfix-report NAME`. In a clone each is an npm script of the same name. */

/** `script`: its path below `src/server`, without an ending. `given`: what it takes. */
type Command = { script: string; given: string; does: string }

export const commands: Record<string, Command> = {
  start: { script: 'main', given: '', does: 'serves the pages and the API; so does hotfix-report alone' },
  user: { script: 'cli/user', given: 'COMMAND …', does: 'adds, removes and lists the people who sign in' },
  import: { script: 'cli/import', given: 'FILE|DIRECTORY|URL…', does: 'brings documents in' },
  export: { script: 'cli/export', given: '> FILE', does: 'gives all bulletins back as JSON Lines' },
  backup: { script: 'cli/backup', given: 'FILE', does: 'writes all that is kept into a file' },
  restore: { script: 'cli/restore', given: 'FILE', does: 'fills an empty database from it' },
  move: { script: 'cli/move', given: '', does: 'takes all that is kept from SQLite to PostgreSQL' },
  census: { script: 'cli/census', given: 'FILE…', does: 'says where each part of a document is kept and shown' },
}
