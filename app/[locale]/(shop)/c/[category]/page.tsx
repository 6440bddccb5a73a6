import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { localeOf } from '@/app/[locale]/params'
import { findCategory } from '@/lib/catalogue/queries'
import { CategoryView } from './category-view'

type Props = {
  params: Promise<{ locale: string; category: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { category: slug } = await params
  const category = await findCategory(slug, locale)
  return category ? pageMetadata(locale, { path: `/c/${category.slug}`, title: category.name, description: category.description }) : {}
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const [{ category }, query] = await Promise.all([params, searchParams])
  return <CategoryView locale={await localeOf(params)} slug={category} query={query} />
}
