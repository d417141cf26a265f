// A field left empty says so in the language of the page; the browser's own words follow the browser's.
import i18next from 'i18next'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

const forget = ({ target }: Event) => {
  if (isField(target)) target.setCustomValidity('')
}

/** For every form of the page, present and to come: `invalid` does not bubble, but it can be captured. */
export const sayNeeded = () => {
  const say = ({ target }: Event) => {
    if (isField(target) && target.validity.valueMissing) target.setCustomValidity(i18next.t('common.needed'))
  }
  document.addEventListener('invalid', say, true)
  document.addEventListener('input', forget, true)
  document.addEventListener('change', forget, true)
}
