import { describe, expect, it } from '@jest/globals';
import { escalationClocks, rungAudiences } from '#campaign-pack';
import fc from 'fast-check';
import { type Person, resolveAudience } from './resolve-audience.js';

const units = ['finance', 'education', null] as const;
const people = fc
  .array(
    fc.record({
      role: fc.constantFrom('government_office', 'supervision_office', 'handler', 'head'),
      unitId: fc.constantFrom(...units),
      marked: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ marked, ...one }, index): Person => ({
      ...one,
      accountId: `p${index}`,
      name: '某人',
      address: null,
      unitLeader: marked && one.role === 'head',
    })),
  );

describe('resolveAudience', () => {
  it('R-80 R-82 tells nobody of another unit’s task but the offices and the designated leaders, each once', () => {
    fc.assert(
      fc.property(
        people,
        fc.subarray([...rungAudiences]),
        fc.constantFrom(...escalationClocks),
        fc.integer({ min: 0, max: 11 }),
        (members, audience, clock, leader) => {
          const leaderIds = [`p${leader}`];
          const told = resolveAudience({ members, leaderIds }, { audience }, 'finance', clock);
          expect(new Set(told).size).toBe(told.length);
          for (const person of told) {
            const own = person.unitId === 'finance' && clock !== 'verification';
            const office = person.role === 'government_office' || person.role === 'supervision_office';
            expect(own || office || leaderIds.includes(person.accountId)).toBe(true);
          }
        },
      ),
    );
  });

  it('R-45 R-46 a rung for the unit’s leader tells those marked, and all heads only while nobody is', () => {
    fc.assert(
      fc.property(people, (members) => {
        const told = (audience: 'head' | 'unit_leader') =>
          resolveAudience({ members, leaderIds: [] }, { audience: [audience] }, 'finance', 'due');
        const heads = members.filter((one) => one.unitId === 'finance' && one.role === 'head');
        const marked = heads.filter((one) => one.unitLeader);
        expect(told('head')).toEqual(heads);
        expect(told('unit_leader')).toEqual(marked.length > 0 ? marked : heads);
      }),
    );
  });
});
