// Loaded into a server before anything else: its clock is CLOCK_OFFSET_MS away from everybody else's. Only the clock
// that tells the date; how long something takes is measured by another.
const offsetMs = Number(process.env.CLOCK_OFFSET_MS ?? 0)
const RealDate = globalThis.Date
const present = () => RealDate.now() + offsetMs

const ShiftedDate = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length ? given : [present()], newTarget),
  apply: () => new RealDate(present()).toString(),
  get: (target, key) => (key === 'now' ? present : Reflect.get(target, key)),
})
RealDate.prototype.constructor = ShiftedDate
globalThis.Date = ShiftedDate
