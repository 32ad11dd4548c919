import { stageNames, stagesOf, type SchoolRecord } from '#indicator-engine';
import type { WhatIfProject } from './what-if-content.dto.js';
import type { PendingProject } from './what-ifs.dto.js';

/** What each project still lacks, by row; a project that lacks its school or year does not count at all. */
export function pendingProjects(
  projects: readonly WhatIfProject[],
  schools: readonly SchoolRecord[],
): PendingProject[] {
  const kinds = new Map(schools.map(({ code, kind }) => [code, kind]));
  return projects.flatMap((row, index) => {
    const needed = [
      row.school === null ? '学校标识码' : null,
      row.opensIn === null ? '开办年' : null,
      row.founding && row.kind === null ? '办学类型' : null,
    ].filter((each) => each !== null);
    const kind = row.founding ? row.kind : row.school === null ? null : (kinds.get(row.school) ?? null);
    const missing = [
      ...needed,
      ...missingPlaces(row, kind),
      ...(row.founding ? missingOfNewSchool(row) : []),
    ];
    return missing.length === 0
      ? []
      : [{ row: index, name: row.name, missing, counted: needed.length === 0 }];
  });
}

function missingPlaces(row: WhatIfProject, kind: WhatIfProject['kind']): string[] {
  const places = { primary: row.placesPrimary, junior: row.placesJunior };
  if (kind === null) return places.primary === null && places.junior === null ? ['新增学位'] : [];
  return stagesOf(kind)
    .filter((stage) => places[stage] === null)
    .map((stage) => `${stageNames[stage]}新增学位`);
}

/** An extension may well bring no sports ground; a school that nobody describes has 无数据. */
function missingOfNewSchool(row: WhatIfProject): string[] {
  const named = [
    ['教学及辅助用房面积', row.roomArea],
    ['体育运动场馆面积', row.sportsArea],
    ['教学仪器设备值', row.equipment],
    ['网络多媒体教室数', row.networkRooms],
    ['音乐教室', row.musicRooms],
    ['美术教室', row.artRooms],
    ['高于规定学历教师', row.aboveDegreePrimary ?? row.aboveDegreeJunior],
    ['骨干教师', row.backbonePrimary ?? row.backboneJunior],
    ['体艺教师', row.artsPrimary ?? row.artsJunior],
    ['班数', row.classesPrimary ?? row.classesJunior],
    ['入学人数', row.intake.length === 0 ? null : row.intake.length],
  ] as const;
  return named.flatMap(([name, value]) => (value === null ? [name] : []));
}
