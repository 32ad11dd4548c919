import { v7 } from 'uuid';

export const cityClasses = 100_000;
const perSchool = 20;
export const citySchools = cityClasses / perSchool;

export const codeOf = (school) => String(3_990_000_001 + school);

/** Invented classes of a primary school; of twenty about one is above the line, as seen in a city that is nearly done. */
export function classesOfSchool(school) {
  return Array.from({ length: perSchool }, (_, index) => {
    const draw = (school * 7919 + index * 104_729) % 997;
    const students = draw < 50 ? 46 + (draw % 25) : 30 + (draw % 16);
    return [codeOf(school), 'primary', (index % 6) + 1, `${Math.floor(index / 6) + 1}班`, students];
  });
}

export function workbookRows() {
  const rows = Array.from({ length: citySchools }, (_, school) =>
    classesOfSchool(school).map(([code, , grade, name, students]) => [
      code,
      `示例第${school + 1}小学`,
      '小学',
      `${'一二三四五六'[grade - 1]}年级`,
      name,
      students,
    ]),
  );
  return [['学校标识码', '学校名称', '学段', '年级', '班级', '学生数'], ...rows.flat()];
}

const unknown = { primary: null, junior: null };
/** A primary school of which nothing is known but its pupils and classes. */
const plainSchool = {
  ...{ kind: 'primary', township: null, locale: null, founder: null, inScope: null, exclusionReason: null },
  students: { primary: 800, junior: null, senior: null },
  classes: { primary: perSchool, junior: null },
  ...{ aboveDegree: unknown, backbone: unknown, arts: unknown },
  ...{
    roomArea: null,
    sportsArea: null,
    equipment: null,
    networkRooms: null,
    musicRooms: null,
    artRooms: null,
  },
};

/** The schools the classes belong to, as the newest school data. */
export async function registerSchools(raw, { campaignId, actor }) {
  const [importId, dataSetId] = [v7(), v7()];
  await raw.query(
    `INSERT INTO school_import (campaign_id, id, kind, as_of, file_name, sha256, rows_read, rows_accepted, rows_rejected,
       reading, created_by, created_at)
     VALUES ($1, $2, 'annual', '2022-09-01', 's.xlsx', '', $3, $3, 0, '{}', $4, now())`,
    [campaignId, importId, citySchools, actor.accountId],
  );
  await raw.query(
    `INSERT INTO school_data_set (campaign_id, id, import_id, kind, school_year, as_of, file_name, sha256, schools, classes,
       imported_by, imported_at)
     VALUES ($1, $2, $3, 'annual', '2022-2023', '2022-09-01', 's.xlsx', '', $4, 0, $5, now())`,
    [campaignId, dataSetId, importId, citySchools, actor.accountId],
  );
  await raw.query(
    `INSERT INTO school_record (campaign_id, data_set_id, code, position, content)
     SELECT $1, $2, code, n, $4::jsonb || jsonb_build_object('code', code, 'name', '示例第' || n || '小学')
     FROM generate_series(1, $3::int) n, LATERAL (SELECT (3990000000 + n)::text AS code) c`,
    [campaignId, dataSetId, citySchools, JSON.stringify(plainSchool)],
  );
  await raw.query('VACUUM ANALYZE');
}
