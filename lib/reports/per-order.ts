import { addDays } from '@/lib/days'
import { Prisma } from '@/lib/db'
import type { Period } from './queries'

const aQuarter = 93

/**
 * Stands at the end of a subquery that finds what belongs to one order. OFFSET 0 keeps the planner from turning it into
 * a join: up to a quarter the rows of each order are looked up by the order, so that a report costs what its period holds.
 * Left to itself the planner reads the whole table of payments for a month of them. For a year it is right to.
 */
export const perOrder = ({ from, until }: Period): Prisma.Sql => (until <= addDays(from, aQuarter) ? Prisma.sql`OFFSET 0` : Prisma.empty)
