// Addresses of the archive.
import { createRoute } from '@tanstack/react-router'
import { readRegisterSought } from '#web/archive/register/register-sought.ts'
import { readSought } from '#web/archive/sought.ts'
import { fetched } from './fetched.ts'
import { frame } from './frame.ts'

const archive = createRoute({
  getParentRoute: () => frame,
  path: '/archive',
  validateSearch: readSought,
  component: fetched(() => import('#web/archive/ArchivePage.tsx'), 'ArchivePage'),
})

const record = createRoute({
  getParentRoute: () => frame,
  path: '/archive/$record',
  component: fetched(() => import('#web/archive/RecordPage.tsx'), 'RecordPage'),
})

const compare = createRoute({
  getParentRoute: () => frame,
  path: '/archive/$record/compare/$other',
  component: fetched(() => import('#web/archive/ComparePage.tsx'), 'ComparePage'),
})

const register = createRoute({
  getParentRoute: () => frame,
  path: '/archive/register',
  validateSearch: readRegisterSought,
  component: fetched(() => import('#web/archive/register/RegisterPage.tsx'), 'RegisterPage'),
})

const imports = createRoute({
  getParentRoute: () => frame,
  path: '/archive/imports',
  component: fetched(() => import('#web/imports/ImportsPage.tsx'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => frame,
  path: '/archive/imports/$import',
  component: fetched(() => import('#web/imports/ImportPage.tsx'), 'ImportPage'),
})

const newImport = createRoute({
  getParentRoute: () => frame,
  path: '/archive/imports/new',
  component: fetched(() => import('#web/imports/entering/EnterPages.tsx'), 'NewImportPage'),
})

const editImport = createRoute({
  getParentRoute: () => frame,
  path: '/archive/imports/$import/edit',
  component: fetched(() => import('#web/imports/entering/EnterPages.tsx'), 'EditImportPage'),
})

export const archiveRoutes = [
  archive,
  register,
  imports,
  newImport,
  oneImport,
  editImport,
  record,
  compare,
] as const
