/**
 * The categories by slug, in the order of the shelves. The frame around the pages names them by itself,
 * so that pages of text need no database; a test holds them against the seeded categories.
 */
export const departments = [
  'lopapeysur',
  'golftreyjur',
  'vesti',
  'hufur',
  'vettlingar',
  'sokkar',
  'sjol-og-treflar',
  'teppi',
  'garn',
  'uppskriftir',
] as const
