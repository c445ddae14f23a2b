/** Runs one measurement: `npm run bench -- NAME`, with what belongs to it behind; `--seed N` repeats what chance has drawn. */

/** What each prints; more about it is in the file of its name. */
const benches = {
  serve: 'nothing: serves made-up bulletins',
  filter: 'what the index and the filter cost',
  pages: 'how long a reader waits for a page',
  rollout: 'what a large plan costs',
  drag: 'how smoothly the marker of the rollout chart is dragged',
  start: 'how long a start takes, and how much memory',
  load: 'how long people wait for a busy server',
  worst: 'what the worst requests cost',
  kill: 'what is lost when the server is killed',
  outage: 'what is lost when PostgreSQL is killed',
  race: 'what is lost when two servers write at once',
  machines: 'what 50,000 machines cost with all fixes on file',
  fuzz: 'what a server answers to changed documents',
}

const [node = '', , name = '', ...given] = process.argv
const at = given.indexOf('--seed')
if (at >= 0) process.env['HOTFIX_SEED'] = given.splice(at, 2)[1]
if (Object.hasOwn(benches, name)) {
  process.argv = [node, name, ...given]
  await import(new URL(`${name}.ts`, import.meta.url).href)
} else {
  console.error('Usage: npm run bench -- NAME, which is one of')
  console.table(benches)
  process.exitCode = 1
}
