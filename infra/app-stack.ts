// What can be rebuilt from this repository: the web, the API, the sign function, the stream's readers, the bus and its consumers.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { Api } from './constructs/api.ts'
import { Bulletins } from './constructs/bulletins.ts'
import { ChainKeeping } from './constructs/checkpoints.ts'
import { Consumer } from './constructs/consumer.ts'
import {
  mayAdminister,
  mayKeepSnapshots,
  mayLock,
  mayMail,
  mayRead,
  maySign,
  mayTakeAway,
  mayUse,
  mayWrite,
} from './constructs/grants.ts'
import { HouseFunction } from './constructs/house-function.ts'
import { Live } from './constructs/live.ts'
import { Media } from './constructs/media.ts'
import { MediaEvents } from './constructs/media-events.ts'
import { certifierSettings, mayPack, packagesPlace } from './constructs/packages.ts'
import { EventPipe } from './constructs/pipe.ts'
import { mayReadRecordings, recordingSettings, tellOfFailures } from './constructs/recordings.ts'
import { Search } from './constructs/search.ts'
import { signerRoleName } from './constructs/signing-key.ts'
import { snapshotsTable } from './constructs/snapshots.ts'
import { Web } from './constructs/web.ts'
import type { DataStack } from './data-stack.ts'
import { chimeRules, type EventRule, eventRules } from './rules.data.ts'
import type { Stage } from './stages.ts'

/** What browsers put and nobody has looked at, what was taken in, by digest, and what jobs made, by job. */
const filePlaces = { quarantine: 'quarantine/', files: 'files/', exports: 'exports/' }

/** Records by digest, the chain's entries, the verification keys. */
const archivePlaces = ['sha256/', 'chain/', 'keys/']

type AppStackProps = StackProps & { stage: Stage; data: DataStack }

export class AppStack extends Stack {
  private readonly stage: Stage
  private readonly data: DataStack
  private readonly alarms: Topic
  private readonly snapshots: Table
  private readonly media: Media
  private readonly search: Search
  private readonly bulletins: Bulletins

  constructor(scope: Construct, id: string, { stage, data, ...props }: AppStackProps) {
    super(scope, id, props)
    this.stage = stage
    this.data = data
    this.alarms = this.alarmTopic()
    this.snapshots = snapshotsTable(this)
    this.media = new Media(this, 'Media', { stage, alarms: this.alarms })
    const { records, storage } = data
    this.search = new Search(this, 'Search', { records, ...storage }, this.common())
    this.bulletins = new Bulletins(this, 'Bulletins')
    const functions = {
      api: this.apiFunction().lambda,
      accounts: this.accountsFunction().lambda,
      archive: this.archiveFunction().lambda,
      files: this.filesFunction().lambda,
      'minutes-sign': this.signFunction().lambda,
      search: this.search.search.lambda,
    }
    const { http } = new Api(this, 'Api', { ...this.common(), signIn: data.signIn, functions })
    const web = new Web(this, 'Web', { stage, alarms: this.alarms, signIn: data.signIn, storage, http })
    this.bulletins.serve(web)
    this.bulletins.count(web, records, this.common())
    this.bootstrapFunction()
    new ChainKeeping(this, 'ChainKeeping', { data, common: this.common() })
    this.readStream()
    this.media.addWorker({ records, recordings: storage.recordings }, this.common())
    new CfnOutput(this, 'ApiAddress', { value: http.apiEndpoint })
  }

  private alarmTopic() {
    const topic = new Topic(this, 'Alarms', { enforceSSL: true })
    if (this.stage.alarmMail) topic.addSubscription(new EmailSubscription(this.stage.alarmMail))
    return topic
  }

  private common() {
    return { stage: this.stage, alarms: this.alarms, environment: this.settings() }
  }

  private settings() {
    const { records, storage, signIn } = this.data
    return {
      RECORDS_TABLE: records.tableName,
      SNAPSHOTS_TABLE: this.snapshots.tableName,
      FILES_BUCKET: storage.files.bucketName,
      ARCHIVE_BUCKET: storage.archive.bucketName,
      ARCHIVE_LOCK: this.stage.archiveLock.mode.toUpperCase(),
      ...recordingSettings(this.stage, storage.recordings),
      TOKEN_ISSUER: signIn.pool.userPoolProviderUrl,
      TOKEN_CLIENT_ID: signIn.client.userPoolClientId,
      MAIL_FROM: `Điểm Cầu <${this.stage.mailFrom}>`,
      PUBLIC_URL: this.stage.publicUrl,
    }
  }

  private apiFunction() {
    const common = this.common()
    const made = new HouseFunction(this, 'ApiFunction', {
      ...common,
      environment: { ...common.environment, ...this.media.seatSettings },
      bundle: 'api',
      description: 'The HTTP API of every context but the archive and signing',
      size: this.stage.functions.api,
    })
    mayRead(made, this.data.records)
    mayWrite(made, this.data.records)
    mayTakeAway(made, this.data.records)
    mayKeepSnapshots(made, this.snapshots)
    this.media.maySeat(made)
    return made
  }

  /** The only one that may administer the user pool. */
  private accountsFunction() {
    const { records, signIn } = this.data
    const common = this.common()
    const made = new HouseFunction(this, 'AccountsFunction', {
      ...common,
      bundle: 'accounts',
      description: 'Invites, disables, enables and moves accounts: the only one that may administer the pool',
      size: this.stage.functions.accounts,
      environment: { ...common.environment, USER_POOL_ID: signIn.pool.userPoolId },
    })
    mayRead(made, records)
    mayWrite(made, records)
    mayAdminister(made, signIn.pool)
    return made
  }

  private archiveFunction() {
    const { records, storage } = this.data
    const made = new HouseFunction(this, 'ArchiveFunction', {
      ...this.common(),
      bundle: 'archive',
      description: 'Reads and verifies sealed records',
      size: this.stage.functions.archive,
    })
    mayRead(made, records)
    mayWrite(made, records)
    mayUse(made, storage.archive, [...archivePlaces, 'checkpoints/'], ['Get'])
    return made
  }

  /** Signs addresses with its own role: what browsers may put and get is what it may. */
  private filesFunction() {
    const { records, storage } = this.data
    const made = new HouseFunction(this, 'FilesFunction', {
      ...this.common(),
      bundle: 'files',
      description: 'Uploads through quarantine, and addresses to download from',
      size: this.stage.functions.files,
    })
    mayRead(made, records)
    mayWrite(made, records)
    const { quarantine, files, exports } = filePlaces
    mayUse(made, storage.files, [quarantine, files], ['Get', 'Put'])
    mayUse(made, storage.files, [exports, packagesPlace], ['Get'])
    mayReadRecordings(made, storage.recordings)
    return made
  }

  private signFunction() {
    const { records, storage, signingKey } = this.data
    const common = this.common()
    const made = new HouseFunction(this, 'SignFunction', {
      ...common,
      bundle: 'minutes-sign',
      description: 'Signs and seals minutes: the only one that may use the key',
      size: this.stage.functions.sign,
      environment: { ...common.environment, SIGNING_KEY_ID: signingKey.keyArn },
      roleName: signerRoleName(this.stage),
    })
    mayRead(made, records)
    mayWrite(made, records)
    mayUse(made, storage.archive, archivePlaces, ['Get', 'Put'])
    maySign(made, signingKey)
    return made
  }

  /** Invoked by hand, once, by whoever deploys: no route and no event leads to it. */
  private bootstrapFunction() {
    const made = new HouseFunction(this, 'BootstrapFunction', {
      ...this.common(),
      bundle: 'bootstrap',
      description: 'Enters the units every home begins with and the first administrator',
      size: this.stage.functions.command,
    })
    mayRead(made, this.data.records)
    mayWrite(made, this.data.records)
    new CfnOutput(this, 'BootstrapName', { value: made.lambda.functionName })
  }

  private readStream() {
    const { records, storage } = this.data
    const { builder, channel } = new Live(this, 'Live', {
      ...this.common(),
      records,
      failures: storage.failures,
    })
    mayRead(builder, records)
    mayKeepSnapshots(builder, this.snapshots)
    mayRead(channel.authorize, records)
    mayRead(channel.onPresence, records)
    mayWrite(channel.onPresence, records)
    const bus = new EventBus(this, 'Bus', { description: 'What happened, for whoever reacts to it' })
    new EventPipe(this, 'Pipe', { ...this.common(), records, bus })
    this.search.addWriter(bus)
    for (const rule of eventRules) {
      const { environment, ...common } = this.common()
      const orders = rule.may?.includes('order media') ? this.media.orderSettings : {}
      const { environment: key, ...role } = rule.may?.includes('certify')
        ? certifierSettings(this.stage, this.data.certifyingKey)
        : {}
      const settings = { ...common, ...role, environment: { ...environment, ...orders, ...key } }
      const { handler } = new Consumer(this, `Consumer-${rule.name}`, { ...settings, bus, rule })
      mayRead(handler, records)
      mayWrite(handler, records)
      for (const need of rule.may ?? []) this.let(handler, need)
    }
    tellOfFailures(this, bus, this.alarms)
    for (const rule of chimeRules) {
      const { handler } = new MediaEvents(this, `MediaEvents-${rule.name}`, { ...this.common(), rule })
      mayRead(handler, records)
      mayWrite(handler, records)
      if (rule.may?.includes('find recordings')) mayReadRecordings(handler, storage.recordings)
    }
  }

  private let(handler: HouseFunction, need: NonNullable<EventRule['may']>[number]) {
    const { files, archive } = this.data.storage
    if (need === 'order media') this.media.mayOrder(handler)
    if (need === 'certify') mayPack(handler, this.data)
    if (need === 'publish') this.bulletins.mayPublish(handler)
    if (need === 'mail') mayMail(handler, this.stage.mailFrom)
    if (need === 'read uploads') mayUse(handler, files, [filePlaces.files], ['Get'])
    if (need === 'keep documents') mayUse(handler, archive, ['sha256/'], ['Get', 'Put'])
    if (need === 'lock records') mayLock(handler, archive, 'sha256/')
    if (need === 'write exports') mayUse(handler, files, [filePlaces.exports], ['Get', 'Put'])
  }
}
