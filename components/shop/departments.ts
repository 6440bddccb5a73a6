/**
 * The categories by slug, in the order of the shelves. The frame around the pages names them by itself,
 * so that pages of text need no database; a test holds them against the seeded categories.
 */
export const departments = ['sweaters', 'mittens', 'hats', 'socks', 'blankets', 'yarn'] as const

export type Department = (typeof departments)[number]

export const isDepartment = (slug: string): slug is Department => (departments as readonly string[]).includes(slug)
