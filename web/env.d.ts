// Lets TypeScript know what Vite makes of style sheets and fonts.
/// <reference types="vite/client" />
