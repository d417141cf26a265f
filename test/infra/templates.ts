// Both stacks of a stage, synthesised once a process over stand-in bundles: the real ones have tests of their own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { diemcau } from '#infra/app.ts'
import { bundleName, findEntries } from '#infra/bundles.ts'
import { type Stage, stages } from '#infra/stages.ts'

const standIns = (folder: string) => {
  for (const name of findEntries().map(bundleName)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}'`)
  }
  return folder
}

/** The app of a stage, not yet synthesised, with its output out of the way and gone afterwards. */
export const withApp = <T>(stage: Stage, act: (made: ReturnType<typeof diemcau>) => T): T => {
  const scratch = mkdtempSync(join(tmpdir(), 'diemcau-synth-'))
  try {
    const context = { bundles: standIns(join(scratch, 'bundles')) }
    return act(diemcau(stage, { outdir: join(scratch, 'out'), context }))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

export type Resource = {
  id: string
  Type: string
  Properties: Properties
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** What a template says of a resource: checked field by field where it is used. */
type Properties = { [name: string]: unknown }

const resourcesOf = (template: Template): Resource[] =>
  Object.entries(template.toJSON().Resources as Record<string, Omit<Resource, 'id'>>).map(
    ([id, resource]) => ({ id, ...resource, Properties: resource.Properties ?? {} }),
  )

const synthesiseAnew = (name: Stage['name']) =>
  withApp(stages[name], ({ app, data, rebuilt }) => {
    app.synth()
    const templates = { data: Template.fromStack(data), app: Template.fromStack(rebuilt) }
    return { ...templates, all: [...resourcesOf(templates.data), ...resourcesOf(templates.app)] }
  })

const known = new Map<Stage['name'], ReturnType<typeof synthesiseAnew>>()

/** Templates of one stage, to be read and not changed, for files share them. A finding of cdk-nag throws here. */
export const synthesise = (name: Stage['name']) => {
  const made = known.get(name) ?? synthesiseAnew(name)
  known.set(name, made)
  return made
}
