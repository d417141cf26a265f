// Both stacks of a stage, synthesised once in this process over stand-in bundles: the real ones have tests of their own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll } from 'vitest'
import { diemcau } from '#infra/app.ts'
import { bundleName, findEntries } from '#infra/bundles.ts'
import { type Stage, stages } from '#infra/stages.ts'

const scratch = mkdtempSync(join(tmpdir(), 'diemcau-synth-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const standIns = () => {
  const folder = mkdtempSync(join(scratch, 'bundles-'))
  for (const name of findEntries().map(bundleName)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}'`)
  }
  return folder
}

/** The app of a stage, not yet synthesised, with its output out of the way. */
export const appOf = (stage: Stage) =>
  diemcau(stage, { outdir: mkdtempSync(join(scratch, 'out-')), context: { bundles: standIns() } })

export type Resource = {
  id: string
  Type: string
  Properties: Properties
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** What a template says of a resource: checked field by field where it is used. */
type Properties = { [name: string]: unknown }

/** Templates of one stage. A finding of cdk-nag throws here. */
export const synthesise = (name: Stage['name']) => {
  const { app, data, rebuilt } = appOf(stages[name])
  app.synth()
  const resources = (template: Template): Resource[] =>
    Object.entries(template.toJSON().Resources as Record<string, Omit<Resource, 'id'>>).map(
      ([id, resource]) => ({
        id,
        ...resource,
        Properties: resource.Properties ?? {},
      }),
    )
  const templates = { data: Template.fromStack(data), app: Template.fromStack(rebuilt) }
  return { ...templates, all: [...resources(templates.data), ...resources(templates.app)] }
}
