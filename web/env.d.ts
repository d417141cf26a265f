// Lets TypeScript know what Vite makes of style sheets.

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare module '*.css'
