// The people who may try the admin. Their passwords are published: they sign in only while every gateway's mode is
// "sandbox" (authenticate.ts), whatever is in the database.
export type DemoAccount = { email: string; password: string; name: string; role: 'viewer' | 'cashier' | 'clerk' | 'manager' | 'owner' }

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'owner@lykkja.example', password: 'owner-demo', name: 'Ásdís Jónsdóttir', role: 'owner' },
  { email: 'manager@lykkja.example', password: 'manager-demo', name: 'Bjarni Þórsson', role: 'manager' },
  { email: 'clerk@lykkja.example', password: 'clerk-demo', name: 'Dagný Helgadóttir', role: 'clerk' },
  { email: 'cashier@lykkja.example', password: 'cashier-demo', name: 'Einar Sigurðsson', role: 'cashier' },
  { email: 'viewer@lykkja.example', password: 'viewer-demo', name: 'Freyja Ólafsdóttir', role: 'viewer' },
]
