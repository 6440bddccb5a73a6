'use client'

import { createContext, useContext } from 'react'

export type ErrorWordsValue = { title: string; text: string; again: string }

const Words = createContext<ErrorWordsValue>({ title: '', text: '', again: '' })

/** An error page is drawn in the browser and gets no words from the server; the layout above it leaves them here. */
export const ErrorWords = Words.Provider
export const useErrorWords = (): ErrorWordsValue => useContext(Words)
