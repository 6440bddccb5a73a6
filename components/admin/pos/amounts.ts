/** Whole krónur as people type them, "8900", "8.900", "8900 kr.", or null. At most six digits together, or points between thousands: a phone number is no amount. */
export function amountTyped(typed: string): number | null {
  const text = typed.trim().replace(/\s*kr\.?$/i, '')
  if (!/^(\d{1,6}|\d{1,3}(\.\d{3})+)$/.test(text)) return null
  const amount = Number(text.replaceAll('.', ''))
  return amount > 0 && amount < 100_000_000 ? amount : null
}
