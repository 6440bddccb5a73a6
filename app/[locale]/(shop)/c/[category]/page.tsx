import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { localeOf } from '@/app/[locale]/params'
import { findCategory } from '@/lib/catalogue/queries'
import type { Locale } from '@/lib/i18n'
import { keptUntilChanged, shows } from '@/lib/page-cache/kept'
import { categoryMetadata } from './category-metadata'
import { CategoryView } from './category-view'

type Props = { params: Promise<{ locale: string; category: string }> }

/** Prerendered when first asked for: the build has no database. */
export const generateStaticParams = () => []

/** Once for the page and what is said about it, and before the view reads its products. */
const read = cache((slug: string, locale: Locale) =>
  keptUntilChanged(
    () => findCategory(slug, locale),
    (category) => (category ? [shows.category(category.slug), shows.cards(category.slug)] : []),
  ),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return categoryMetadata(await read((await params).category, locale), locale)
}

/** A category's first page as most people see it; sorted, filtered or leafed through it is the page in list/. */
export default async function CategoryPage({ params }: Props) {
  const locale = await localeOf(params)
  const category = await read((await params).category, locale)
  if (!category) notFound()
  return <CategoryView locale={locale} slug={category.slug} query={{}} />
}
