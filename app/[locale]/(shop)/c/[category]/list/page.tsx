import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { findCategory } from '@/lib/catalogue/queries'
import { categoryMetadata } from '../category-metadata'
import { CategoryView } from '../category-view'

type Props = {
  params: Promise<{ locale: string; category: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return categoryMetadata(await findCategory((await params).category, locale), locale)
}

/** A category as its address asks for it; next.config.js leads here, and nobody sees this page's own address. */
export default async function CategoryList({ params, searchParams }: Props) {
  const [{ category }, query] = await Promise.all([params, searchParams])
  return <CategoryView locale={await localeOf(params)} slug={category} query={query} />
}
