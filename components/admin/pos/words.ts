/** What the till's page says; `%` stands for a name, a number or what was typed. */
export type TillWords = {
  readonly entry: string
  readonly entryHint: string
  readonly looking: string
  readonly nothingFound: string
  readonly pick: string
  readonly left: string
  readonly soldOut: string
  readonly lines: string
  readonly empty: string
  readonly amountLine: string
  readonly more: string
  readonly fewer: string
  readonly remove: string
  readonly total: string
  readonly charge: string
  readonly charging: string
  readonly keypad: string
  readonly erase: string
  readonly enter: string
  readonly payer: PayerWords
  readonly problems: Readonly<Record<string, string>>
}

export type PayerKind = 'phone' | 'national_id' | 'app_code'
export type PayerWords = { readonly label: string; readonly hint: string; readonly kinds: Readonly<Record<PayerKind, string>> }

export const fill = (text: string, value: string | number): string => text.replace('%', String(value))
