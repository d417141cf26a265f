// A unit by its name today, leading to its page.
import { Link } from '@tanstack/react-router'
import table from '#web/ui/table.module.css'
import { UnitName } from './UnitName.tsx'

export const UnitLink = ({ id }: { id: string }) => (
  <Link to="/units/$unit" params={{ unit: id }} className={table.link}>
    <UnitName id={id} />
  </Link>
)
