import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { MissingHere } from '@/components/shop/missing-here'
import { categoryMetadata } from '../category-metadata'
import { CategoryView } from '../category-view'
import { readCategory } from '../read-category'

type Props = {
  params: Promise<{ locale: string; category: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return categoryMetadata(await readCategory((await params).category, locale), locale)
}

/** A category as its address asks for it; next.config.js leads here, and nobody sees this page's own address. */
export default async function CategoryList({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const category = await readCategory((await params).category, locale)
  if (!category) return <MissingHere locale={locale} />
  return <CategoryView locale={locale} slug={category.slug} query={await searchParams} />
}
