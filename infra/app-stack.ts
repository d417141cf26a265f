// What can be rebuilt from this repository: the web, the API, the sign function, the stream's readers, the bus and its consumers.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { answeringFunctions } from './constructs/answering.ts'
import { Api } from './constructs/api.ts'
import { Bulletins } from './constructs/bulletins.ts'
import { ChainKeeping } from './constructs/checkpoints.ts'
import { mayRead, mayWrite } from './constructs/grants.ts'
import { commonOf, type House } from './constructs/house.ts'
import { HouseFunction } from './constructs/house-function.ts'
import { Media } from './constructs/media.ts'
import { Search } from './constructs/search.ts'
import { snapshotsTable } from './constructs/snapshots.ts'
import { readStream } from './constructs/stream-readers.ts'
import { Web } from './constructs/web.ts'
import type { DataStack } from './data-stack.ts'
import type { Stage } from './stages.ts'

type AppStackProps = StackProps & { stage: Stage; data: DataStack }

export class AppStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, ...props }: AppStackProps) {
    super(scope, id, props)
    const { records, storage, signIn } = data
    const alarms = this.alarmTopic(stage)
    const house: House = { stage, data, alarms, snapshots: snapshotsTable(this) }
    const common = commonOf(house)
    const media = new Media(this, 'Media', { stage, alarms })
    const search = new Search(this, 'Search', { records, ...storage }, common)
    const bulletins = new Bulletins(this, 'Bulletins')
    const functions = { ...answeringFunctions(this, house, media), search: search.search.lambda }
    const { http } = new Api(this, 'Api', { ...common, signIn, functions })
    const web = new Web(this, 'Web', { stage, alarms, signIn, storage, http })
    bulletins.serve(web)
    bulletins.count(web, records, common)
    this.bootstrapFunction(house)
    new ChainKeeping(this, 'ChainKeeping', { data, sign: functions['minutes-sign'], common })
    readStream(this, house, { media, search, bulletins })
    media.addWorker({ records, recordings: storage.recordings }, common)
    new CfnOutput(this, 'ApiAddress', { value: http.apiEndpoint })
  }

  private alarmTopic({ alarmMail }: Stage) {
    const topic = new Topic(this, 'Alarms', { enforceSSL: true })
    if (alarmMail) topic.addSubscription(new EmailSubscription(alarmMail))
    return topic
  }

  /** Invoked by hand, once, by whoever deploys: no route and no event leads to it. */
  private bootstrapFunction(house: House) {
    const made = new HouseFunction(this, 'BootstrapFunction', {
      ...commonOf(house),
      bundle: 'bootstrap',
      description: 'Enters the units every home begins with and the first administrator',
      size: house.stage.functions.command,
    })
    mayRead(made, house.data.records)
    mayWrite(made, house.data.records)
    new CfnOutput(this, 'BootstrapName', { value: made.lambda.functionName })
  }
}
