// The functions that answer requests, each with what it may touch: only one may use the key, only one administers accounts.
import type { Construct } from 'constructs'
import { mayAdminister, mayKeepSnapshots, mayRead, maySign, mayTakeAway, mayUse, mayWrite } from './grants.ts'
import { archivePlaces, commonOf, filePlaces, type House } from './house.ts'
import { HouseFunction } from './house-function.ts'
import type { Media } from './media.ts'
import { packagesPlace } from './packages.ts'
import { mayReadRecordings } from './recordings.ts'
import { signerRoleName } from './signing-key.ts'

const apiFunction = (scope: Construct, house: House, media: Media) => {
  const { data, stage, snapshots } = house
  const common = commonOf(house)
  const made = new HouseFunction(scope, 'ApiFunction', {
    ...common,
    environment: { ...common.environment, ...media.seatSettings },
    bundle: 'api',
    description: 'The HTTP API of every context but the archive and signing',
    size: stage.functions.api,
  })
  mayRead(made, data.records)
  mayWrite(made, data.records)
  mayTakeAway(made, data.records)
  mayKeepSnapshots(made, snapshots)
  media.maySeat(made)
  return made
}

/** The only one that may administer the user pool. */
const accountsFunction = (scope: Construct, house: House) => {
  const { records, signIn } = house.data
  const common = commonOf(house)
  const made = new HouseFunction(scope, 'AccountsFunction', {
    ...common,
    bundle: 'accounts',
    description: 'Invites, disables, enables and moves accounts: the only one that may administer the pool',
    size: house.stage.functions.accounts,
    environment: { ...common.environment, USER_POOL_ID: signIn.pool.userPoolId },
  })
  mayRead(made, records)
  mayWrite(made, records)
  mayAdminister(made, signIn.pool)
  return made
}

const archiveFunction = (scope: Construct, house: House) => {
  const { records, storage } = house.data
  const made = new HouseFunction(scope, 'ArchiveFunction', {
    ...commonOf(house),
    bundle: 'archive',
    description: 'Reads and verifies sealed records',
    size: house.stage.functions.archive,
  })
  mayRead(made, records)
  mayWrite(made, records)
  mayUse(made, storage.archive, [...archivePlaces, 'checkpoints/'], ['Get'])
  return made
}

/** Signs addresses with its own role: what browsers may put and get is what it may. */
const filesFunction = (scope: Construct, house: House) => {
  const { records, storage } = house.data
  const made = new HouseFunction(scope, 'FilesFunction', {
    ...commonOf(house),
    bundle: 'files',
    description: 'Uploads through quarantine, and addresses to download from',
    size: house.stage.functions.files,
  })
  mayRead(made, records)
  mayWrite(made, records)
  const { quarantine, files, exports } = filePlaces
  mayUse(made, storage.files, [quarantine, files], ['Get', 'Put'])
  mayUse(made, storage.files, [exports, packagesPlace], ['Get'])
  mayReadRecordings(made, storage.recordings)
  return made
}

const signFunction = (scope: Construct, house: House) => {
  const { records, storage, signingKey } = house.data
  const common = commonOf(house)
  const made = new HouseFunction(scope, 'SignFunction', {
    ...common,
    bundle: 'minutes-sign',
    description: 'Signs and seals minutes: the only one that may use the key',
    size: house.stage.functions.sign,
    environment: { ...common.environment, SIGNING_KEY_ID: signingKey.keyArn },
    roleName: signerRoleName(house.stage),
  })
  mayRead(made, records)
  mayWrite(made, records)
  mayUse(made, storage.archive, archivePlaces, ['Get', 'Put'])
  maySign(made, signingKey)
  return made
}

/** By the name of their bundles. @param scope the stack itself: their names in it are for good */
export const answeringFunctions = (scope: Construct, house: House, media: Media) => ({
  api: apiFunction(scope, house, media).lambda,
  accounts: accountsFunction(scope, house).lambda,
  archive: archiveFunction(scope, house).lambda,
  files: filesFunction(scope, house).lambda,
  'minutes-sign': signFunction(scope, house).lambda,
})
