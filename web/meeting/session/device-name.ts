// What to call this device for whoever has to find it: the browser and the system, as the browser tells them.
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPad|iPhone/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const found = (known: readonly [RegExp, string][], agent: string) =>
  known.find(([sign]) => sign.test(agent))?.[1]

/** "Chrome · Windows"; undefined where the browser says nothing known. @param agent its `userAgent` */
export const deviceName = (agent: string): string | undefined =>
  [found(browsers, agent), found(systems, agent)].filter(Boolean).join(' · ') || undefined
