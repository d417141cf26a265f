// Addresses of the administrator's work: accounts, grants, units, jobs.

export const houseRoutes = [] as const
