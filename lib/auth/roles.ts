export const roles = ['viewer', 'cashier', 'clerk', 'manager', 'owner'] as const
export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** Whose deeds each may do. A viewer and a cashier stand side by side: one sees the orders, the other a till and the own sales. */
const includes: Record<Role, readonly Role[]> = {
  viewer: ['viewer'],
  cashier: ['cashier'],
  clerk: ['viewer', 'cashier', 'clerk'],
  manager: ['viewer', 'cashier', 'clerk', 'manager'],
  owner: roles,
}

export const atLeast = (has: Role, needed: Role): boolean => includes[has].includes(needed)

/** The least role for each thing that is done in the admin. One place, so that it can be read as a table. */
export const needed = {
  /** Orders and payments, with the customer's particulars masked. */
  read: 'viewer',
  /** The till, and one's own sales at it. */
  sell: 'cashier',
  /** Sales at a till by anybody. */
  readSales: 'clerk',
  /** The customer's name, address and phone in full. */
  readParticulars: 'clerk',
  checkPayment: 'clerk',
  replayCallback: 'clerk',
  cancelPayment: 'clerk',
  confirmReservation: 'clerk',
  /** To an order; everybody who reads orders reads them. */
  writeNote: 'clerk',
  /** To pack, to have ready, to send. */
  fulfil: 'clerk',
  /** A mail about an order once more, while what it says is still so. */
  sendMailAgain: 'clerk',
  /** Up to refundLimit. */
  refund: 'clerk',
  /** To write down by hand how a refund without an answer ended. */
  settleRefund: 'manager',
  /** What was counted on a shelf. */
  correctStock: 'clerk',
  /** Names, prices, pictures and sizes; a file of them in and out. */
  editProducts: 'manager',
  /** To say that a shopper's wish to return goods has been dealt with. */
  settleWithdrawal: 'clerk',
  clearAttention: 'manager',
  changeSettings: 'manager',
  /** A call to the provider, or a post to our own public address. */
  testGateway: 'manager',
  readReports: 'manager',
  readAudit: 'manager',
  /** It leaves the house with it: everything everybody ever did. */
  exportAudit: 'owner',
} as const satisfies Record<string, Role>

/** The most a person may give back of one payment, whole krónur; null for no limit. */
export const refundLimit = (role: Role): number | null => (atLeast(role, 'manager') ? null : 50_000)
