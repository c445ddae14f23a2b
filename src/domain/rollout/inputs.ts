/** All that a rollout is computed from, and its form in an address: `1;b:MS05-019;m:windows-2000.sp3:220;c:2`. */
import { decoded } from '../../contract/decoded.ts'
import { BulletinId } from '../../contract/summary-fields.ts'
import * as limits from '../../contract/limits.ts'
import { PlatformId } from '../../contract/platform.ts'
import { Day } from '../../contract/text.ts'
import type { Calibration } from './measured.ts'
import { linkVersion } from './plan-link.ts'
import type { Machines } from './waves.ts'
import type { Freeze, MaintenanceWindow } from './windows.ts'
import { isTimeZone } from './zone.ts'

export type RolloutInputs = {
  bulletins: string[]
  fleet: Machines[]
  consoles: number
  restartMinutes: number
  failurePercent: number
  windows: MaintenanceWindow[]
  /** IANA time zone of the windows. */
  zone: string
  /** The first day on which work may be done. */
  startsOn: string
  freezes: Freeze[]
  /** Whether Japanese national holidays are frozen too. */
  holidays: boolean
  pilotPercent: number
  /** Platforms of the waves after the pilot. */
  groups: PlatformId[][]
  soakHours: number
  marginMinutes: number
  /** The curve of fixes without published times. */
  setupMinutes: number
  secondsPerMachine: number
  /** What the fixes are deployed with, such as `WSUS`; empty where unknown. */
  tool: string
  /** By what measured runs correct the estimate; null where they are not to. Part of the link, since the runs are not. */
  calibration: Calibration | null
}

/**
 * Defaults where an address says nothing. An estimate is then as published: without restart and second pass, of
 * whose length only the reader knows. The assumed curve is about that of MS05-019.
 */
export const defaults = (startsOn: string, zone: string): RolloutInputs => ({
  bulletins: [],
  fleet: [],
  consoles: 1,
  restartMinutes: 0,
  failurePercent: 0,
  windows: [{ kind: 'weekly', weekdays: [2, 4], from: '22:00', to: '05:00' }],
  zone,
  startsOn,
  freezes: [],
  holidays: false,
  pilotPercent: 5,
  groups: [],
  soakHours: 0,
  marginMinutes: 30,
  setupMinutes: 10,
  secondsPerMachine: 10,
  tool: '',
  calibration: null,
})

/**
 * What a plan has when it is begun, in place of defaults by which nothing waits: a day between waves, so that the pilot
 * can tell something, and a restart. Both are written into its link, where what is left out means none.
 */
export const begun = { soakHours: 24, restartMinutes: 10 } as const

type Code<T> = { write: (value: T) => string; read: (text: string) => T | null }

/** A value that is refused is null. */
const only = <T>(value: T, isGood: boolean): T | null => (isGood ? value : null)

const number = ({ min, max, step }: limits.NumberLimit): Code<number> => ({
  write: String,
  read(text) {
    const value = Number(text)
    return only(
      value,
      text.trim() !== '' && value >= min && value <= max && (step === 'any' || Number.isInteger(value)),
    )
  },
})

/** Items that are refused are left out, and so is one that was there before, by its `key`. With none left the whole list is refused. */
const list = <T>(separator: string, item: Code<T>, key?: (value: T) => string): Code<T[]> => ({
  write: (values) => values.map(item.write).join(separator),
  read(text) {
    if (text === '') return []
    const seen = new Set<string>()
    const values = text
      .split(separator)
      .map(item.read)
      .filter((value) => value !== null)
      .filter((value) => key === undefined || (!seen.has(key(value)) && seen.add(key(value))))
    return only(values, values.length > 0)
  },
})

const checked = (schema: { safeParse: (value: unknown) => { success: boolean } }): Code<string> => ({
  write: (value) => value,
  read: (text) => only(text, schema.safeParse(text).success),
})

const time = /^([01]\d|2[0-3]):[0-5]\d$/
const moment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/
const isDay = (day: string) => Day.safeParse(day).success

const machines: Code<Machines> = {
  write: ({ platform, count }) => `${platform}:${count}`,
  read(text) {
    const [platform = '', count = ''] = text.split(':')
    const value = number(limits.plannedMachines).read(count)
    return value === null || !PlatformId.safeParse(platform).success ? null : { platform, count: value }
  },
}

/** `24@22:00-05:00`, `pt9@22:00-05:00`, `2005-04-19T22:00/2005-04-20T05:00`. */
const window: Code<MaintenanceWindow> = {
  write: (each) =>
    each.kind === 'once'
      ? `${each.from}/${each.to}`
      : `${each.kind === 'weekly' ? each.weekdays.join('') : `pt${each.days}`}@${each.from}-${each.to}`,
  read(text) {
    const [when = '', clock] = text.split('@')
    if (clock === undefined) {
      const [from = '', to = ''] = text.split('/')
      return only(
        { kind: 'once', from, to },
        moment.test(from) && moment.test(to) && isDay(from.slice(0, 10)) && isDay(to.slice(0, 10)) && from < to,
      )
    }
    const [from = '', to = ''] = clock.split('-')
    const isClock = time.test(from) && time.test(to) && from !== to
    const days = /^pt(\d{1,2})$/.exec(when)?.[1]
    if (days !== undefined)
      return only(
        { kind: 'patch-tuesday', days: Number(days), from, to },
        isClock && Number(days) <= limits.daysAfterPatchTuesday.max,
      )
    const weekdays = [...new Set(when)].map(Number)
    return only({ kind: 'weekly', weekdays, from, to }, isClock && /^[1-7]+$/.test(when))
  },
}

const freeze: Code<Freeze> = {
  write: ({ from, to }) => `${from}/${to}`,
  read(text) {
    const [from = '', to = ''] = text.split('/')
    return only({ from, to }, isDay(from) && isDay(to) && from <= to)
  },
}

const zone: Code<string> = {
  write: (value) => value,
  read: (text) => only(text, isTimeZone(text)),
}

/** Whether a window can be written in an address: its end differs from its start, and a weekly one has a day. */
export const isWindow = (value: MaintenanceWindow): boolean => window.read(window.write(value)) !== null

/** Whether a freeze is of days that exist, the first not after the last. */
export const isFreeze = (value: Freeze): boolean => freeze.read(freeze.write(value)) !== null

const flag: Code<boolean> = {
  write: (value) => (value ? 'y' : 'n'),
  read: (text) => only(text === 'y', /^[yn]$/.test(text)),
}

/** A name may hold what separates inputs and lists. */
const tool: Code<string> = {
  write: encodeURIComponent,
  read(text) {
    const name = decoded(text)
    return only(name, name.length <= limits.deploymentTool.maxLength)
  },
}

/** `5:1.2:0.9:1.6`: runs, median, low and high; `n` for none. */
const calibration: Code<Calibration | null> = {
  write: (value) =>
    value === null
      ? 'n'
      : [value.runs, ...[value.median, value.low, value.high].map((ratio) => ratio.toFixed(3))].join(':'),
  read(text) {
    const [runs = '', ...ratios] = text.split(':')
    const [median = 0, low = 0, high = 0] = ratios.map(Number)
    const value = { runs: Number(runs), median, low, high }
    return only(value, /^[1-9]\d{0,3}$/.test(runs) && low >= 0.01 && low <= median && median <= high && high <= 100)
  },
}

/** Each input's letter in an address, and how it is written there. */
const codes: { [K in keyof RolloutInputs]: [letter: string, code: Code<RolloutInputs[K]>] } = {
  bulletins: ['b', list(',', checked(BulletinId), (id) => id)],
  fleet: ['m', list(',', machines, ({ platform }) => platform)],
  consoles: ['c', number(limits.consoles)],
  restartMinutes: ['r', number(limits.restartMinutes)],
  failurePercent: ['f', number(limits.percent)],
  windows: ['w', list(',', window)],
  zone: ['z', zone],
  startsOn: ['s', checked(Day)],
  freezes: ['x', list(',', freeze)],
  holidays: ['h', flag],
  pilotPercent: ['p', number(limits.percent)],
  groups: ['g', list('_', list(',', checked(PlatformId)))],
  soakHours: ['k', number(limits.soakHours)],
  marginMinutes: ['e', number(limits.marginMinutes)],
  setupMinutes: ['a', number(limits.setupMinutes)],
  secondsPerMachine: ['q', number(limits.secondsPerMachine)],
  tool: ['t', tool],
  calibration: ['u', calibration],
}

const fields = Object.keys(codes) as (keyof RolloutInputs)[]

function writeField<K extends keyof RolloutInputs>(field: K, value: RolloutInputs[K]): string {
  const [letter, code] = codes[field]
  return `${letter}:${code.write(value)}`
}

/** The inputs as an address has them. The first day and the zone are always there, so that a link means the same everywhere. */
export function writeInputs(inputs: RolloutInputs): string {
  const usual = defaults(inputs.startsOn, inputs.zone)
  const told = fields.filter(
    (field) =>
      field === 'startsOn' || field === 'zone' || JSON.stringify(inputs[field]) !== JSON.stringify(usual[field]),
  )
  return [linkVersion, ...told.map((field) => writeField(field, inputs[field]))].join(';')
}

/** Only some inputs, as the second scenario has them. */
export const writeSome = (some: Partial<RolloutInputs>): string =>
  [linkVersion, ...fields.flatMap((field) => (some[field] === undefined ? [] : [writeField(field, some[field])]))].join(
    ';',
  )

/** The inputs that an address gives; what is missing, unknown or bad is left out. */
export function readSome(text: string): Partial<RolloutInputs> {
  const [head, ...parts] = text.split(';')
  if (head !== linkVersion) return {}
  const given = new Map(parts.map((part) => [part.slice(0, 1), part.slice(2)]))
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const [letter, code] = codes[field]
      const raw = given.get(letter)
      const value = raw === undefined ? null : code.read(raw)
      return value === null ? [] : [[field, value]]
    }),
  )
}

/** Whether a text is that of a plan whose first day and zone are told, so that it means the same everywhere. */
export function isWholeLink(text: string): boolean {
  const { startsOn, zone: inZone } = readSome(text)
  return startsOn !== undefined && inZone !== undefined
}

/** All inputs of a text; what is missing is as usual. `text` tells at least the first day and the zone. */
export function inputsIn(text: string): RolloutInputs {
  const some = readSome(text)
  return { ...defaults(some.startsOn ?? '1970-01-01', some.zone ?? 'UTC'), ...some }
}

/** One input from its text, as `inputTexts` gives it; undefined where that is bad. */
export const readInput = <K extends keyof RolloutInputs>(field: K, text: string): RolloutInputs[K] | undefined =>
  readSome(`${linkVersion};${codes[field][0]}:${text}`)[field]

/** By name, each input of a text as that is written; bad ones are left out. */
export function inputTexts(text: string): ReadonlyMap<string, string> {
  const some = readSome(text)
  return new Map(
    fields.flatMap((field): [string, string][] =>
      some[field] === undefined ? [] : [[field, writeField(field, some[field]).slice(2)]],
    ),
  )
}
