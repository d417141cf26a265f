// Addresses of a bridge-point operator's own work.

export const operatorRoutes = [] as const
