// Lets TypeScript know what Vite makes of style sheets.

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare module '*.css'

/** Where zod looks for its settings. */
declare var __zod_globalConfig: { jitless?: boolean } | undefined
