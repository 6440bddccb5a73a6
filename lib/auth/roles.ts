/** Each may do what those before it may, and more. */
export const roles = ['viewer', 'cashier', 'clerk', 'manager', 'owner'] as const
export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

export const atLeast = (has: Role, needed: Role): boolean => roles.indexOf(has) >= roles.indexOf(needed)

/** The least role for each thing that is done in the admin. One place, so that it can be read as a table. */
export const needed = {
  /** Orders and payments, with the customer's particulars masked. */
  read: 'viewer',
  /** The customer's name, address and phone in full. */
  readParticulars: 'cashier',
  checkPayment: 'cashier',
  cancelPayment: 'clerk',
  confirmReservation: 'clerk',
  clearAttention: 'manager',
  changeSettings: 'manager',
} as const satisfies Record<string, Role>
