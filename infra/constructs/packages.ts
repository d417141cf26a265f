// The worker that packs records and certifies in the house's name: a role of its own, for the key knows it by name.
import type { Key } from 'aws-cdk-lib/aws-kms'
import { packingOptions } from '#functions/packages/node.data.ts'
import type { DataStack } from '../data-stack.ts'
import type { Stage } from '../stages.ts'
import { mayPutInParts, maySign, mayUse } from './grants.ts'
import type { HouseFunction } from './house-function.ts'
import { certifierRoleName } from './signing-key.ts'

/** Where packages lie until they are let go of: they can be made again. */
export const packagesPlace = 'packages/'

/** What the function is told and called beside the rest. */
export const certifierSettings = (stage: Stage, key: Key) => ({
  environment: { CERTIFYING_KEY_ID: key.keyArn, NODE_OPTIONS: packingOptions },
  roleName: certifierRoleName(stage),
})

/** Reads what was sealed and what was handed in; puts packages, and in the archive its public key alone. */
export const mayPack = (to: HouseFunction, { storage, certifyingKey }: DataStack) => {
  mayUse(to, storage.archive, ['sha256/', 'chain/', 'keys/'], ['Get'])
  mayUse(to, storage.archive, ['keys/'], ['Put'])
  mayUse(to, storage.files, ['files/'], ['Get'])
  mayPutInParts(to, storage.files, packagesPlace)
  maySign(to, certifyingKey)
}
