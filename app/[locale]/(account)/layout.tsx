export { default } from '@/app/[locale]/(shop)/layout'
