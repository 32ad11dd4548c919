import type { Duty, MemberCount, Unit } from './campaign-pack.js';
import type { PackReading } from './pack-reading.js';

export function readMembers(reading: PackReading): MemberCount | null {
  const entry = reading.single('members', '成员单位数');
  if (!entry) return null;
  const count = {
    total: entry.integer('total'),
    townships: entry.integer('townships'),
    ...reading.basis(entry),
  };
  entry.finish();
  return count;
}

export function readUnits(reading: PackReading): Unit[] {
  return reading.each('units', 'unit', (entry, id, order) => ({
    id,
    name: entry.text('name'),
    shortName: entry.text('shortName'),
    kind: entry.oneOf('kind', ['department', 'township']),
    namePending: entry.flag('namePending'),
    aliases: entry.texts('aliases'),
    order,
    ...reading.basis(entry),
  }));
}

export function readDuties(reading: PackReading): Duty[] {
  return reading.each('duties', 'duty', (entry, id, order) => {
    if (entry.has('unit') === entry.has('appliesTo'))
      entry.fault('unit', '职责应写明 unit 或 appliesTo 其中之一');
    return {
      id,
      unit: reading.optionalReference(entry, 'unit', 'unit'),
      appliesTo: entry.optionalOneOf('appliesTo', ['township']),
      text: entry.text('text'),
      order,
      ...reading.basis(entry),
    };
  });
}
