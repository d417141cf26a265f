// Addresses of a delegate's own work.

export const delegateRoutes = [] as const
