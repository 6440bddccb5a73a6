import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { MissingHere } from '@/components/shop/missing-here'
import { categoryMetadata } from './category-metadata'
import { CategoryView } from './category-view'
import { readCategory } from './read-category'

type Props = { params: Promise<{ locale: string; category: string }> }

/** Prerendered when first asked for: the build has no database. */
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return categoryMetadata(await readCategory((await params).category, locale), locale)
}

/** A category's first page as most people see it; sorted, filtered or leafed through it is the page in list/. */
export default async function CategoryPage({ params }: Props) {
  const locale = await localeOf(params)
  const category = await readCategory((await params).category, locale)
  if (!category) return <MissingHere locale={locale} />
  return <CategoryView locale={locale} slug={category.slug} query={{}} />
}
