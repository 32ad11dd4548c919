import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'county_figure',
  'indicator_judgement',
  'judgement_review',
  'veto_event',
  'veto_event_state',
  'special_case_use',
];

/** What the county itself enters for the indicators; a correction is a new row, nothing is ever changed. */
export class CreateCountyInputs1795305606000 implements MigrationInterface {
  name = 'CreateCountyInputs1795305606000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE county_figure (
        campaign_id uuid NOT NULL CONSTRAINT county_figure_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        figure_key text NOT NULL,
        school_code text,
        value text CONSTRAINT county_figure_value_check CHECK (value ~ '^[0-9]+(\\.[0-9]+)?$'),
        as_of date NOT NULL,
        note text,
        unit_name text NOT NULL,
        recorded_by uuid NOT NULL CONSTRAINT county_figure_recorded_by_fk REFERENCES account (id),
        recorded_at timestamptz NOT NULL,
        CONSTRAINT county_figure_pk PRIMARY KEY (campaign_id, id)
      )`);
    await runner.query(`
      CREATE INDEX county_figure_newest_idx
        ON county_figure (campaign_id, figure_key, school_code, as_of DESC, id DESC)`);
    await createJudgements(runner);
    await createVetoes(runner);
    await runner.query(`
      CREATE TABLE special_case_use (
        campaign_id uuid NOT NULL CONSTRAINT special_case_use_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        case_id text NOT NULL,
        school_code text NOT NULL,
        applies boolean NOT NULL,
        case_values jsonb NOT NULL,
        ground text NOT NULL,
        since date NOT NULL,
        unit_name text NOT NULL,
        recorded_by uuid NOT NULL CONSTRAINT special_case_use_recorded_by_fk REFERENCES account (id),
        recorded_at timestamptz NOT NULL,
        CONSTRAINT special_case_use_pk PRIMARY KEY (campaign_id, id)
      )`);
    for (const table of tables) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

/** Who confirms is never who judged: the review carries the judge, so that the database can see it. */
async function createJudgements(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE indicator_judgement (
      campaign_id uuid NOT NULL CONSTRAINT indicator_judgement_campaign_fk REFERENCES campaign (id),
      id uuid NOT NULL,
      indicator text NOT NULL,
      test text NOT NULL,
      point text,
      outcome text NOT NULL CONSTRAINT indicator_judgement_outcome_check CHECK (outcome IN ('met', 'unmet')),
      judged_on date NOT NULL,
      ground text NOT NULL,
      evidence_place text,
      unit_name text NOT NULL,
      judged_by uuid NOT NULL CONSTRAINT indicator_judgement_judged_by_fk REFERENCES account (id),
      recorded_at timestamptz NOT NULL,
      CONSTRAINT indicator_judgement_pk PRIMARY KEY (campaign_id, id),
      CONSTRAINT indicator_judgement_judge_key UNIQUE (campaign_id, id, judged_by)
    )`);
  await runner.query(`
    CREATE TABLE judgement_review (
      campaign_id uuid NOT NULL,
      judgement_id uuid NOT NULL,
      judged_by uuid NOT NULL,
      decision text NOT NULL CONSTRAINT judgement_review_decision_check CHECK (decision IN ('confirmed', 'returned')),
      reason text,
      reviewed_on date NOT NULL,
      reviewed_by uuid NOT NULL CONSTRAINT judgement_review_reviewed_by_fk REFERENCES account (id),
      reviewed_at timestamptz NOT NULL,
      CONSTRAINT judgement_review_pk PRIMARY KEY (campaign_id, judgement_id),
      CONSTRAINT judgement_review_judgement_fk FOREIGN KEY (campaign_id, judgement_id, judged_by)
        REFERENCES indicator_judgement (campaign_id, id, judged_by),
      CONSTRAINT judgement_review_persons_check CHECK (reviewed_by <> judged_by),
      CONSTRAINT judgement_review_reason_check CHECK (decision = 'confirmed' OR reason IS NOT NULL)
    )`);
}

async function createVetoes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE veto_event (
      campaign_id uuid NOT NULL CONSTRAINT veto_event_campaign_fk REFERENCES campaign (id),
      id uuid NOT NULL,
      veto text NOT NULL,
      occurred_on date NOT NULL,
      school_code text,
      source text NOT NULL,
      description text NOT NULL,
      recorded_by uuid NOT NULL CONSTRAINT veto_event_recorded_by_fk REFERENCES account (id),
      recorded_at timestamptz NOT NULL,
      CONSTRAINT veto_event_pk PRIMARY KEY (campaign_id, id)
    )`);
  await runner.query(`
    CREATE TABLE veto_event_state (
      campaign_id uuid NOT NULL,
      id uuid NOT NULL,
      event_id uuid NOT NULL,
      position integer NOT NULL,
      state text NOT NULL CONSTRAINT veto_event_state_state_check CHECK (state IN ('suspected', 'open', 'cleared')),
      ground text NOT NULL,
      state_on date NOT NULL,
      recorded_by uuid NOT NULL CONSTRAINT veto_event_state_recorded_by_fk REFERENCES account (id),
      recorded_at timestamptz NOT NULL,
      CONSTRAINT veto_event_state_pk PRIMARY KEY (campaign_id, id),
      CONSTRAINT veto_event_state_position_key UNIQUE (campaign_id, event_id, position),
      CONSTRAINT veto_event_state_event_fk FOREIGN KEY (campaign_id, event_id) REFERENCES veto_event (campaign_id, id)
    )`);
}
