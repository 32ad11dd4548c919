import { describe, expect, it } from '@jest/globals';
import type { SchoolRecord } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { ProjectOffer } from '../../projects/projects.module.js';
import { firstSeptember, offerProjects } from './offer-projects.js';
import { emptyProject } from './what-if-content.dto.js';

const unknown = {
  ...{ schoolCode: null, placesPrimary: null, placesJunior: null, classesPrimary: null, classesJunior: null },
  ...{
    roomArea: null,
    sportsArea: null,
    networkRooms: null,
    equipment: null,
    musicRooms: null,
    artRooms: null,
  },
};
const project: ProjectOffer = {
  ...{ id: 'one', school: '实验小学', kind: 'new_build', year: 2023, stages: ['primary'] },
  ...{ township: '第一镇', opensOn: null, facts: unknown },
};
const school = { code: '3990000101', name: '新密市实验小学' } as SchoolRecord;

describe('projects offered to a projection', () => {
  it('bring their opening, places and resources, and nothing nobody knows', () => {
    const facts = {
      ...unknown,
      schoolCode: '3990000200',
      placesPrimary: 900,
      roomArea: '4100.5',
      networkRooms: 20,
    };
    const [row] = offerProjects([{ ...project, opensOn: civilDate('2023-08-25'), facts }], [school], []);
    expect(row).toEqual({
      ...emptyProject,
      ...{ projectId: 'one', name: '实验小学', school: '3990000200', founding: true, kind: 'primary' },
      ...{ township: '第一镇', opensIn: 2023, placesPrimary: 900, roomArea: '4100.5', networkRooms: '20' },
    });
    expect(offerProjects([project], [], [])[0]).toMatchObject({
      school: null,
      opensIn: null,
      placesPrimary: null,
    });
  });

  it('belong to the school of the data that has their name or code, and are offered once', () => {
    const extension = { ...project, kind: 'extension' as const };
    const schools = offerProjects(
      [extension, { ...extension, id: 'two', facts: { ...unknown, schoolCode: '404' } }],
      [school],
      [],
    ).map((row) => [row.school, row.founding]);
    expect(schools).toEqual([
      ['3990000101', false],
      [null, false],
    ]);
    expect(offerProjects([project], [school], [{ ...emptyProject, projectId: 'one' }])).toEqual([]);
  });

  it('count from the first 1 September on which they are in use', () => {
    expect(['2023-09-01', '2023-09-02', '2024-01-10'].map((day) => firstSeptember(civilDate(day)))).toEqual([
      2023, 2024, 2024,
    ]);
  });
});
