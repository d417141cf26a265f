// Must be imported before any schema is made: otherwise zod tries whether it may make code, which the policy reports.
globalThis.__zod_globalConfig = { jitless: true }
