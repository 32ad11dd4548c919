import type { Work } from '../../database/unit-of-work.js';
import type { FactsVersion } from './fact-changes.js';
import { projectRoleNames } from './project-words.js';

/** Every version of what is known of a project, the oldest first. */
export async function readFactVersions(work: Work, projectId: string): Promise<FactsVersion[]> {
  return work.manager.query<FactsVersion[]>(
    `SELECT f.seq, jsonb_build_object('schoolCode', f.school_code, 'township', w.short_name,
         'units', (SELECT string_agg(u.short_name || '（' || ($3::jsonb ->> r.role) || '）', '、'
             ORDER BY array_position($4::text[], r.role), u.position)
           FROM project_unit r JOIN unit u ON u.campaign_id = r.campaign_id AND u.id = r.unit_id
           WHERE r.campaign_id = f.campaign_id AND r.project_id = f.project_id AND r.seq = f.seq),
         'placesPrimary', f.places_primary::text, 'placesJunior', f.places_junior::text,
         'classesPrimary', f.classes_primary::text, 'classesJunior', f.classes_junior::text,
         'roomArea', trim_scale(f.room_area)::text, 'sportsArea', trim_scale(f.sports_area)::text,
         'networkRooms', f.network_rooms::text, 'equipment', trim_scale(f.equipment)::text,
         'musicRooms', f.music_rooms::text, 'artRooms', f.art_rooms::text)
       || (SELECT coalesce(jsonb_object_agg('planned_' || a.source, trim_scale(a.amount)::text), '{}')
         FROM project_amount a WHERE a.campaign_id = f.campaign_id AND a.project_id = f.project_id AND a.seq = f.seq
           AND a.kind = 'planned') AS values
     FROM project_facts f LEFT JOIN unit w ON w.campaign_id = f.campaign_id AND w.id = f.township_id
     WHERE f.campaign_id = $1 AND f.project_id = $2 ORDER BY f.seq`,
    [work.campaignId, projectId, JSON.stringify(projectRoleNames), Object.keys(projectRoleNames)],
  );
}
