// Reads the stage and builds the two stacks: what must survive, and what can be rebuilt from this repository.
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import settingsOfCdk from '../cdk.json' with { type: 'json' }
import { AppStack } from './app-stack.ts'
import { DataStack } from './data-stack.ts'
import { type Stage, stageNamed } from './stages.ts'

/** The whole system of one stage. Every finding of AwsSolutions that is not acknowledged with a reason fails the synth. */
export const diemcau = (stage: Stage | undefined, props: AppProps = {}) => {
  const app = new App({ ...props, context: { ...settingsOfCdk.context, ...props.context } })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }))
  const settings = stage ?? stageNamed(String(app.node.tryGetContext('stage') ?? 'dev'))
  const common = { env: { region: settings.region }, stage: settings }
  const protection = { terminationProtection: settings.terminationProtection }
  const data = new DataStack(app, `diemcau-${settings.name}-data`, { ...common, ...protection })
  const rebuilt = new AppStack(app, `diemcau-${settings.name}-app`, { ...common, data })
  Tags.of(app).add('app', 'diemcau')
  Tags.of(app).add('stage', settings.name)
  return { app, data, rebuilt }
}

if (import.meta.main) diemcau(undefined).app.synth()
