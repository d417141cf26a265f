// Templates of a unit: a conference saved as one, the list, a draft from one, and its retirement.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { copyOf, modelOf } from './copy.rules.ts'
import { draftConference } from './draft-conference.ts'
import { loadConference } from './entity.ts'
import { templateRetired, templateSaved } from './plan.events.ts'
import type { CopyInput, Template, TemplateInput } from './plan.schema.ts'
import { loadTemplate, templateItem, templatesOf } from './plan-entity.ts'
import type { Conference } from './schema.ts'
import { expectNoStamp } from './secret.rules.ts'

/** Its secretariat keeps a unit's templates. @throws Problem `not-found`, `not-allowed` */
export const saveTemplate = async (actor: Actor, id: string, { name }: TemplateInput): Promise<Template> => {
  const conference = await loadConference(id)
  const { hostUnitId } = conference
  allow(actor, 'template:write', { conference: id, host: hostUnitId })
  expectNoStamp([['/name', name]])
  const template: Template = {
    id: newId('tpl'),
    name,
    hostUnitId,
    model: modelOf(conference),
    savedFrom: id,
    savedAt: now().toISOString(),
    version: 1,
  }
  await write(actor, template.id, putNew(templateItem(template)), emit(actor, templateSaved(template)))
  return template
}

/** @throws Problem `not-found`, `not-allowed` */
export const readTemplate = async (actor: Actor, id: string): Promise<Template> => {
  const template = await loadTemplate(id)
  allow(actor, 'template:read', { host: template.hostUnitId })
  return template
}

/** The templates in use. @throws Problem `not-allowed` */
export const listTemplates = async (actor: Actor, unit: string): Promise<Template[]> => {
  allow(actor, 'template:read', { host: unit })
  return (await templatesOf(unit)).filter(({ retiredAt }) => retiredAt === undefined)
}

/** @throws Problem as `draftConference` */
export const draftFromTemplate = async (
  actor: Actor,
  id: string,
  { startsAt, title }: CopyInput,
): Promise<Conference> => {
  const { hostUnitId, model } = await readTemplate(actor, id)
  return draftConference(actor, copyOf({ ...model, hostUnitId }, startsAt, title), { templateId: id })
}

/** Out of use; the conferences made from it stay as they are. */
export const retireTemplate = async (actor: Actor, id: string): Promise<Template> => {
  const template = await loadTemplate(id)
  allow(actor, 'template:write', { host: template.hostUnitId })
  const { retiredAt = now().toISOString() } = template
  const next = { ...template, retiredAt, version: template.version + 1 }
  await write(actor, id, putNext(templateItem(next)), emit(actor, templateRetired(next)))
  return next
}
