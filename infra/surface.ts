// The whole HTTP surface: what the API function and the sign function answer, route by route.
import { api } from '#functions/api.ts'
import { signing } from '#functions/minutes/sign-app.ts'

export const surface = [...api.routes, ...signing.routes]
