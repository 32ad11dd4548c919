import type { Work } from '../../database/unit-of-work.js';
import { addWhatIf, emptyProject, type WhatIfContent } from '../indicators/indicators.module.js';

/** Invented like the schools it is about, and named so. */
const content: WhatIfContent = {
  enrolment: [
    { year: 2023, school: null, stage: 'primary', kind: 'percent', value: '-1.5' },
    { year: 2023, school: null, stage: 'junior', kind: 'percent', value: '2' },
    { year: 2024, school: null, stage: 'primary', kind: 'percent', value: '-3' },
    { year: 2024, school: null, stage: 'junior', kind: 'percent', value: '2.5' },
    { year: 2024, school: '3990000102', stage: 'primary', kind: 'set', value: '2100' },
    { year: 2025, school: null, stage: 'primary', kind: 'percent', value: '-4' },
  ],
  projects: [
    {
      ...emptyProject,
      name: '示例戊小学扩建',
      school: '3990000105',
      opensIn: 2024,
      placesPrimary: 180,
      roomArea: '420',
      sportsArea: '650',
      equipment: '16',
      networkRooms: '4',
    },
    {
      ...emptyProject,
      name: '示例新建小学',
      school: '3990000120',
      founding: true,
      kind: 'primary',
      locale: 'urban',
      founder: 'public',
      opensIn: 2025,
      placesPrimary: 1080,
      roomArea: '4900',
      sportsArea: '8100',
      equipment: '215',
      networkRooms: '25',
      musicRooms: 2,
      artRooms: 2,
      classesPrimary: 24,
      aboveDegreePrimary: '38',
      backbonePrimary: '9',
      artsPrimary: '8',
      intake: [
        { from: '3990000102', stage: 'primary', students: 620 },
        { from: null, stage: 'primary', students: 160 },
      ],
    },
  ],
};

/** Together with one project of the plan, of which the plan knows only the name. */
export async function addExampleWhatIf(work: Work, entries: ReadonlyMap<string, string>): Promise<void> {
  const planned = {
    ...emptyProject,
    projectId: entries.get('project school-shiyan') ?? null,
    name: '实验小学',
  };
  await addWhatIf(work, {
    name: '示例（虚构）：新建一所小学',
    goalYear: 2027,
    enrolment: content.enrolment,
    projects: [...content.projects, planned],
  });
}
