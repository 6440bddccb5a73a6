import type { Config } from 'tailwindcss'
import { families } from './lib/typeface'

// The look's words; where they are used is said in app/shop.css and app/desk.css. Their values, light and dark, are CSS variables in app/globals.css.
export default {
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)', // undyed wool; basalt in the dark
        surface: 'var(--surface)', // what lies on the paper: cards, fields
        sunken: 'var(--sunken)', // what lies under it: picture tiles, wells
        ink: 'var(--ink)',
        muted: 'var(--muted)', // ≥ 4.5 : 1 on paper and surface
        line: 'var(--line)',
        'line-strong': 'var(--line-strong)', // ≥ 3 : 1, for the edges of controls
        accent: 'var(--accent)', // lava: the one accent
        'accent-strong': 'var(--accent-strong)',
        'on-accent': 'var(--on-accent)',
        basalt: 'var(--basalt)', // dark by day and night: what must stand out from the paper
        'on-basalt': 'var(--on-basalt)',
        good: 'var(--good)',
        'good-soft': 'var(--good-soft)',
        warn: 'var(--warn)',
        'warn-soft': 'var(--warn-soft)',
        bad: 'var(--bad)',
        'bad-soft': 'var(--bad-soft)',
        info: 'var(--info)',
        'info-soft': 'var(--info-soft)',
      },
      fontFamily: {
        sans: [...families, 'system-ui', 'sans-serif'],
        display: [...families, 'system-ui', 'sans-serif'],
      },
      borderRadius: { card: '1.25rem', field: '0.75rem' },
      maxWidth: { page: '82rem', text: '42rem' },
      // Behind a drawn picture: light enough, day and night, for black wool to stand out.
      backgroundImage: { tile: 'radial-gradient(90% 80% at 50% 42%, var(--tile), var(--tile-edge))' },
      boxShadow: { lift: '0 1px 2px rgb(0 0 0 / 0.04), 0 8px 24px -8px rgb(0 0 0 / 0.12)' },
    },
  },
} satisfies Config
