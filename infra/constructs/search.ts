// The search: a function that reads the index, the one that writes it, in turn, and the command that makes it anew.
import { CfnOutput, Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { bundleName } from '../bundles.ts'
import { eventSource, searchRule } from '../rules.data.ts'
import { acknowledge } from './acknowledge.ts'
import { mayRead, mayUse } from './grants.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { deadLetters, HouseQueue } from './house-queue.ts'

type SearchProps = Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>
type Stores = { records: TableV2; files: Bucket; archive: Bucket }

const indexPlace = 'search/'
/** Records by digest. */
const recordsPlace = 'sha256/'

/** As long as an invocation of the writer may last, and not much longer: the next one waits for it. */
const hiddenMoreSeconds = 30
/** What is sealed within it is one change of the files. */
const gatherSeconds = 5

export class Search extends Construct {
  readonly search: HouseFunction
  private readonly common: SearchProps
  private readonly stores: Stores

  constructor(scope: Construct, id: string, stores: Stores, common: SearchProps) {
    super(scope, id)
    this.common = common
    this.stores = stores
    this.search = new HouseFunction(this, 'Search', {
      ...common,
      bundle: 'search',
      description: 'Searches sealed records and contributions in the index it holds on its disk',
      size: common.stage.functions.search,
    })
    mayRead(this.search, stores.records)
    mayUse(this.search, stores.files, [indexPlace], ['Get'])
    const anew = this.writing('Rebuild', 'search-rebuild-index', 'Makes the index of the search anew')
    new CfnOutput(this, 'RebuildName', { value: anew.lambda.functionName })
  }

  /** Whoever writes the index reads what it is made of, and no more. */
  private writing(id: string, bundle: string, description: string) {
    const made = new HouseFunction(this, id, {
      ...this.common,
      bundle,
      description,
      size: this.common.stage.functions.searchWriter,
    })
    mayRead(made, this.stores.records)
    mayUse(made, this.stores.archive, [recordsPlace], ['Get'])
    mayUse(made, this.stores.files, [indexPlace], ['Get', 'Put'])
    return made
  }

  /** One group: one message after another, and one function at it, whatever it is of. */
  addWriter(bus: EventBus): void {
    const { stage, alarms } = this.common
    const seconds = stage.functions.searchWriter.timeoutSeconds
    const { queue } = new HouseQueue(this, 'Work', seconds, alarms, seconds + hiddenMoreSeconds, {
      fifo: true,
      contentBasedDeduplication: true,
      deliveryDelay: Duration.seconds(gatherSeconds),
    })
    const undelivered = deadLetters(this, 'Undelivered', alarms, 'search')
    acknowledge(undelivered, {
      'AwsSolutions-SQS3': 'It is the dead-letter queue of a rule, which takes no FIFO queue for one.',
    })
    const maxEventAge = Duration.hours(24)
    new Rule(this, 'Rule', {
      eventBus: bus,
      description: 'What changes what can be found',
      eventPattern: { source: [eventSource], detailType: searchRule.detailTypes },
      targets: [
        new SqsQueue(queue, { messageGroupId: searchRule.name, deadLetterQueue: undelivered, maxEventAge }),
      ],
    })
    const writer = this.writing(
      'Writer',
      bundleName(searchRule.entry),
      'The one writer of the search’s index',
    )
    writer.lambda.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }))
  }
}
