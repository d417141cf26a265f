// Every HTTP function of this process's sources, found by path as the gateway finds them.
import { accounting } from '#functions/accounts/accounts-app.ts'
import { api } from '#functions/api.ts'
import { archiving } from '#functions/archive/archive-app.ts'
import { filing } from '#functions/files/files-app.ts'
import { signing } from '#functions/minutes/sign-app.ts'
import { searching } from '#functions/search/search-app.ts'
import { gatewayRoute } from './bundles.ts'

const apps = {
  accounts: accounting,
  api,
  archive: archiving,
  files: filing,
  'minutes-sign': signing,
  search: searching,
}

export const appOf = (path: string) => apps[gatewayRoute(path)]
