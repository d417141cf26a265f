// Mantine in the house's dress: its palette, type and radii taken from our tokens.
import { Button, createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#fbeeec',
  '#f4d5d1',
  '#eaaca8',
  '#e58682',
  '#e5605e',
  '#cf4341',
  '#bb2c2b',
  '#a61c1c',
  '#8a1515',
  '#6d0f0f',
]

const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f7f5f1',
  '#efebe5',
  '#e3ddd4',
  '#c9c1b5',
  '#a89f93',
  '#6d665d',
  '#5c554d',
  '#3a352f',
  '#221e1a',
]

const dark: MantineColorsTuple = [
  '#ece6de',
  '#bab1a5',
  '#a39a8e',
  '#7d756b',
  '#544d44',
  '#37322c',
  '#24211d',
  '#1e1b18',
  '#151311',
  '#110f0d',
]

const family = 'Figures, "Be Vietnam Pro", system-ui, sans-serif'

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  black: '#221e1a',
  fontFamily: family,
  headings: { fontFamily: family, fontWeight: '600' },
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Mantine picks the text for the light scheme's shade only; our dark accent needs dark text.
    Button: Button.extend({
      vars: (_theme, { variant }) => ({
        root:
          variant === undefined || variant === 'filled'
            ? { '--button-color': 'var(--on-accent)', '--button-hover': 'var(--accent-hover)' }
            : {},
      }),
    }),
  },
})
