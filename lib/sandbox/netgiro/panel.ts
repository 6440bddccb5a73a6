import { z } from 'zod'
import { sql } from '../db'
import { wake } from './background'
import { readClock, setClock } from './clock'
import { addFault, clearFaults, listFaults, newFault } from './faults'
import { configuredAppKey } from './providers'
import { reset } from './reset'
import { armedScenarios, armScenario, disarmScenarios, isScenario } from './scenarios'
import { isSwitch, readSwitches, setSwitch, switches, type SwitchName } from './switches'

// What the panel does, for the app key this installation is configured with. False: that cannot be set.

export async function setFault(given: object): Promise<boolean> {
  const fault = newFault.safeParse(given)
  if (fault.success) await addFault(sql, configuredAppKey(), fault.data)
  return fault.success
}

export async function setScenario(name: string): Promise<boolean> {
  if (!isScenario(name)) return false
  await armScenario(sql, configuredAppKey(), name, null)
  return true
}

/** Faults, and scenarios that still wait. */
export async function clearAllFaults(): Promise<boolean> {
  await clearFaults(sql, configuredAppKey())
  await disarmScenarios(sql, configuredAppKey())
  return true
}

/** Zero is back to real time. */
export async function moveClock(advanceMs: number): Promise<boolean> {
  await setClock(configuredAppKey(), advanceMs ? { advanceMs } : { offsetMs: 0 })
  wake(0)
  return true
}

/** Forms send texts; a position may be a number. */
export async function changeSwitch(name: string, text: string): Promise<boolean> {
  if (!isSwitch(name)) return false
  const number = z.coerce.number().safeParse(text)
  const value = [text, ...(number.success ? [number.data] : [])].find((one) => switches[name].schema.safeParse(one).success)
  return value !== undefined && setSwitch(sql, configuredAppKey(), name, value === switches[name].standard ? null : value)
}

export async function resetSandbox(): Promise<boolean> {
  await reset(configuredAppKey())
  return true
}

/** The positions a switch offers; none where any number will do. */
function positions(name: SwitchName): readonly (string | number)[] {
  const { schema } = switches[name]
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(({ values }) => [...values])
  return []
}

/** All the panel shows. */
export async function readPanel() {
  const appKey = configuredAppKey()
  const [faults, armed, clock, values] = await Promise.all([
    listFaults(sql, appKey),
    armedScenarios(sql, appKey),
    readClock(appKey),
    readSwitches(sql, appKey),
  ])
  const names = Object.keys(switches) as SwitchName[]
  const rows = names.map((name) => ({
    name,
    question: switches[name].question,
    value: String(values[name]),
    standard: String(switches[name].standard),
    positions: positions(name).map(String),
  }))
  return { appKey, faults, armed, clock, switches: rows }
}
