import type { Standard } from '#indicator-engine';
import { type CivilDate, civilDate, DomainError, type FieldFault, formatDateShort } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { personalNumberFaults } from './personal-numbers.js';
import { pastDay } from './record-figures.js';
import type { ChangeVetoState, NewVetoEvent } from './vetoes.dto.js';

/**
 * Enters an event with its first state.
 * @throws DomainError `rule_refused` with every fault
 */
export async function recordVeto(
  work: Work,
  input: NewVetoEvent,
  standard: Standard,
  schools: ReadonlySet<string>,
): Promise<string> {
  const { source, description, ground } = input;
  const school = input.school ?? null;
  const occurredOn = pastDay(work, input.occurredOn, '/occurredOn', '发生日期');
  const stateOn = pastDay(work, input.stateOn, '/stateOn', '认定日期');
  const faults: FieldFault[] = [
    ...(standard.vetoes.some(({ id }) => id === input.veto)
      ? []
      : [{ pointer: '/veto', message: '标准里没有这个一票否决项' }]),
    ...(school === null || schools.has(school)
      ? []
      : [{ pointer: '/school', message: '最新的学校数据里没有这所学校' }]),
    ...(stateOn < occurredOn ? [{ pointer: '/stateOn', message: '认定日期不能早于发生日期' }] : []),
    ...personalNumberFaults({ source, description, ground }),
  ];
  refuse(faults);
  const id = work.newId();
  await work.manager.query(
    `INSERT INTO veto_event (campaign_id, id, veto, occurred_on, school_code, source, description, recorded_by,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      work.campaignId,
      id,
      input.veto,
      occurredOn,
      school,
      source.trim(),
      description.trim(),
      work.actor.accountId,
      work.now,
    ],
  );
  await insertState(work, id, 1, { state: input.state, ground, on: stateOn });
  return id;
}

/**
 * Says how an event stands from a day on; each change is a row, and days only go forward.
 * @throws DomainError `not_found`, `wrong_state` for the state it has, `rule_refused`
 */
export async function changeVetoState(work: Work, id: string, input: ChangeVetoState): Promise<void> {
  const [event] = await work.manager.query<unknown[]>(
    `SELECT id FROM veto_event WHERE campaign_id = $1 AND id = $2 FOR UPDATE`,
    [work.campaignId, id],
  );
  if (!event) throw new DomainError('not_found', { detail: '登记簿里没有这件事。' });
  const [last] = await work.manager.query<{ state: string; state_on: string; position: number }[]>(
    `SELECT state, state_on, position FROM veto_event_state WHERE campaign_id = $1 AND event_id = $2
     ORDER BY position DESC LIMIT 1`,
    [work.campaignId, id],
  );
  if (!last) throw new Error('a veto event without a state');
  if (last.state === input.state) throw new DomainError('wrong_state', { detail: '已经是这个状态了。' });
  const on = pastDay(work, input.stateOn, '/stateOn', '日期');
  const since = civilDate(last.state_on);
  refuse([
    ...(on < since
      ? [{ pointer: '/stateOn', message: `不能早于上一个状态的日期（${formatDateShort(since)}）` }]
      : []),
    ...personalNumberFaults({ ground: input.ground }),
  ]);
  await insertState(work, id, last.position + 1, { state: input.state, ground: input.ground, on });
}

function refuse(errors: readonly FieldFault[]): void {
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处填写不对。`, errors });
}

async function insertState(
  work: Work,
  eventId: string,
  position: number,
  { state, ground, on }: { readonly state: string; readonly ground: string; readonly on: CivilDate },
): Promise<void> {
  await work.manager.query(
    `INSERT INTO veto_event_state (campaign_id, id, event_id, position, state, ground, state_on, recorded_by,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      work.campaignId,
      work.newId(),
      eventId,
      position,
      state,
      ground.trim(),
      on,
      work.actor.accountId,
      work.now,
    ],
  );
}
