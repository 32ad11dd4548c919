import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extension requests with their decisions, doors for late requests, pauses as stored facts, frozen lateness. */
export class CreateExtensions1795305613000 implements MigrationInterface {
  name = 'CreateExtensions1795305613000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE campaign
        ADD COLUMN last_extension_seq integer NOT NULL DEFAULT 0,
        ADD COLUMN extension_chain text NOT NULL DEFAULT 'office_supervision' CONSTRAINT campaign_extension_chain_check
          CHECK (extension_chain IN ('office_supervision', 'head_office'))`);
    await runner.query(`
      ALTER TABLE task
        ADD COLUMN lateness_days integer,
        ADD COLUMN lateness_original_days integer,
        ADD COLUMN original_effective_due_on date`);
    await this.createExtensions(runner);
    await this.createPauses(runner);
    await this.fillPauses(runner);
    await this.freezeLateness(runner);
  }

  private async createExtensions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE extension_request (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        seq integer NOT NULL,
        task_id uuid NOT NULL,
        due_version integer NOT NULL,
        due_on date NOT NULL,
        requested_on date NOT NULL,
        reason text NOT NULL,
        progress text NOT NULL,
        evidence jsonb NOT NULL DEFAULT '[]',
        chain text[] NOT NULL CONSTRAINT extension_request_chain_check CHECK (cardinality(chain) = 2),
        state text NOT NULL CONSTRAINT extension_request_state_check
          CHECK (state IN ('pending', 'approved', 'refused', 'withdrawn')),
        granted_on date,
        extended_days integer,
        asked_by uuid NOT NULL CONSTRAINT extension_request_asked_by_fk REFERENCES account (id),
        unit_id uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT extension_request_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT extension_request_seq_key UNIQUE (campaign_id, seq),
        CONSTRAINT extension_request_asker_key UNIQUE (campaign_id, id, asked_by),
        CONSTRAINT extension_request_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT extension_request_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT extension_request_later_check CHECK (requested_on > due_on AND granted_on > due_on),
        CONSTRAINT extension_request_granted_check CHECK ((state = 'approved') = (granted_on IS NOT NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX extension_request_open_key ON extension_request (campaign_id, task_id) WHERE state = 'pending'`,
    );
    await runner.query(`CREATE INDEX extension_request_task_idx ON extension_request (campaign_id, task_id)`);
    await runner.query(`
      CREATE TABLE extension_decision (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        step integer NOT NULL CONSTRAINT extension_decision_step_check CHECK (step IN (1, 2)),
        outcome text NOT NULL CONSTRAINT extension_decision_outcome_check CHECK (outcome IN ('approved', 'refused')),
        granted_on date,
        ground text,
        account_id uuid NOT NULL CONSTRAINT extension_decision_account_fk REFERENCES account (id),
        asked_by uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT extension_decision_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT extension_decision_step_key UNIQUE (campaign_id, request_id, step),
        CONSTRAINT extension_decision_person_key UNIQUE (campaign_id, request_id, account_id),
        CONSTRAINT extension_decision_request_fk FOREIGN KEY (campaign_id, request_id, asked_by)
          REFERENCES extension_request (campaign_id, id, asked_by),
        CONSTRAINT extension_decision_asker_check CHECK (account_id <> asked_by),
        CONSTRAINT extension_decision_date_check CHECK ((outcome = 'approved') = (granted_on IS NOT NULL)),
        CONSTRAINT extension_decision_ground_check CHECK (outcome = 'approved' OR ground IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE extension_door (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        due_version integer NOT NULL,
        until_on date NOT NULL,
        reason text NOT NULL,
        opened_by uuid NOT NULL CONSTRAINT extension_door_opened_by_fk REFERENCES account (id),
        opened_at timestamptz NOT NULL,
        CONSTRAINT extension_door_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT extension_door_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX extension_door_task_idx ON extension_door (campaign_id, task_id)`);
    for (const table of ['extension_decision', 'extension_door']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  private async createPauses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_pause (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        due_version integer NOT NULL,
        kind text NOT NULL CONSTRAINT task_pause_kind_check CHECK (kind IN ('review', 'suspension', 'closed')),
        started_on date NOT NULL,
        ended_on date,
        working_days integer,
        reason text,
        requested_by uuid CONSTRAINT task_pause_requested_by_fk REFERENCES account (id),
        approved_by uuid CONSTRAINT task_pause_approved_by_fk REFERENCES account (id),
        CONSTRAINT task_pause_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT task_pause_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT task_pause_end_check CHECK ((ended_on IS NULL) = (working_days IS NULL)),
        CONSTRAINT task_pause_people_check CHECK (requested_by <> approved_by)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX task_pause_open_key ON task_pause (campaign_id, task_id) WHERE ended_on IS NULL`,
    );
    await runner.query(`CREATE INDEX task_pause_task_idx ON task_pause (campaign_id, task_id)`);
    await runner.query(`
      CREATE TABLE pause_request (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        reason text NOT NULL,
        expected_end_on date NOT NULL,
        state text NOT NULL CONSTRAINT pause_request_state_check CHECK (state IN ('pending', 'approved', 'refused')),
        asked_by uuid NOT NULL CONSTRAINT pause_request_asked_by_fk REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        decided_by uuid CONSTRAINT pause_request_decided_by_fk REFERENCES account (id),
        decided_at timestamptz,
        ground text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pause_request_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT pause_request_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT pause_request_people_check CHECK (decided_by <> asked_by),
        CONSTRAINT pause_request_decided_check CHECK ((state = 'pending') = (decided_by IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX pause_request_open_key ON pause_request (campaign_id, task_id) WHERE state = 'pending'`,
    );
  }

  /** Pauses of tasks that are already there, from their history. */
  private async fillPauses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO task_pause (campaign_id, id, task_id, due_version, kind, started_on, ended_on, working_days, reason, approved_by)
      SELECT s.campaign_id, gen_random_uuid(), s.task_id, s.due_version,
        CASE s.to_state WHEN 'in_review' THEN 'review' WHEN 'suspended' THEN 'suspension' ELSE 'closed' END,
        s.started_on, s.ended_on, ${workingDays('s.started_on', 's.ended_on')}, s.note,
        CASE WHEN s.to_state <> 'in_review' THEN s.actor_id END
      FROM (
        SELECT e.*, (e.at AT TIME ZONE 'Asia/Shanghai')::date AS started_on,
          (lead(e.at) OVER stay AT TIME ZONE 'Asia/Shanghai')::date AS ended_on
        FROM (SELECT *, lag(to_state) OVER (PARTITION BY campaign_id, task_id ORDER BY seq) AS before FROM task_event) e
        WHERE e.before IS DISTINCT FROM e.to_state
        WINDOW stay AS (PARTITION BY e.campaign_id, e.task_id ORDER BY e.seq)) s
      WHERE s.to_state IN ('in_review', 'suspended', 'closed')`);
  }

  private async freezeLateness(runner: QueryRunner): Promise<void> {
    const late = (due: string): string =>
      `CASE WHEN t.paused_on > ${due} THEN ${workingDays(due, 't.paused_on')} ELSE -${workingDays('t.paused_on', due)} END`;
    await runner.query(`
      UPDATE task t SET original_effective_due_on = CASE WHEN p.days = 0 THEN t.original_due_on ELSE (
        SELECT d::date FROM generate_series(t.original_due_on + 1, t.original_due_on + 4000, interval '1 day') d
        WHERE ${isWorkingDay('d::date')} ORDER BY d OFFSET p.days - 1 LIMIT 1) END
      FROM (SELECT x.campaign_id, x.id, (SELECT coalesce(sum(working_days), 0) FROM task_pause p
          WHERE p.campaign_id = x.campaign_id AND p.task_id = x.id AND p.ended_on <= x.paused_on) AS days FROM task x) p
      WHERE p.campaign_id = t.campaign_id AND p.id = t.id AND t.state = 'closed' AND t.original_due_on IS NOT NULL`);
    await runner.query(`
      UPDATE task t SET lateness_days = ${late('t.effective_due_on')},
        lateness_original_days = ${late('t.original_effective_due_on')}
      WHERE t.state = 'closed' AND t.paused_on IS NOT NULL AND t.effective_due_on IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE pause_request, task_pause, extension_door, extension_decision, extension_request`,
    );
    await runner.query(`
      ALTER TABLE task DROP COLUMN lateness_days, DROP COLUMN lateness_original_days,
        DROP COLUMN original_effective_due_on`);
    await runner.query(`ALTER TABLE campaign DROP COLUMN last_extension_seq, DROP COLUMN extension_chain`);
  }
}

/** A later year's notice prevails, as in the working calendar. */
function isWorkingDay(day: string): string {
  return `coalesce((SELECT c.kind = 'work' FROM calendar_day c WHERE c.day = ${day} ORDER BY c.year DESC LIMIT 1),
    extract(isodow FROM ${day}) <= 5)`;
}

/** In (from, to]; null when either is. */
function workingDays(from: string, to: string): string {
  return `CASE WHEN ${from} IS NOT NULL AND ${to} IS NOT NULL THEN (
    SELECT count(*)::int FROM generate_series(${from} + 1, ${to}, interval '1 day') w WHERE ${isWorkingDay('w::date')}) END`;
}
