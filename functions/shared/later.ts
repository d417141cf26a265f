// A shape that is built when it is first looked at. Pure.
import type * as z from 'zod'

/**
 * Shapes cost a cold start some 20 µs each, the first of a kind ten times that, and an answer needs few of those that
 * its modules name. What is given out is empty until somebody asks it anything; from then on it is the shape itself,
 * and costs no more than another, alone or within others.
 */
export const later = <S extends z.ZodType>(make: () => S): S => {
  const built = (): S => {
    const { _zod: model } = make()
    const kind = model.constr as unknown as z.core.$constructor<S>
    Object.setPrototypeOf(shape, kind.prototype)
    const init: (shape: S, def: S['_zod']['def']) => void = kind.init
    init(shape, model.def) // as `new` would, on the object others hold already
    for (const last of shape._zod.deferred ?? []) last()
    return shape
  }
  const unseen = {
    get: (_: object, name: string | symbol) => Reflect.get(built(), name),
    has: (_: object, name: string | symbol) => Reflect.has(built(), name),
  }
  const shape: S = Object.create(new Proxy({}, unseen))
  return shape
}
