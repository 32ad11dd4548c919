import type { PackContent } from '#campaign-pack';

/** The new value of a column when the entry is already there; `EXCLUDED` is what the pack says. */
type ColumnUpdate = string;

/** How the entries of one kind lie in their table. */
export interface PackTable {
  readonly table: string;
  /** Own columns with their SQL types. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that hold the id of an entry of another table. */
  readonly references: Readonly<Record<string, string>>;
  readonly updates: Readonly<Record<string, ColumnUpdate>>;
  readonly versioned: boolean;
  /** What keeps a row `x` from being deleted when the pack no longer has it; null when nothing does. */
  readonly inUse: string | null;
  /** Rows that are in use are marked as withdrawn; a table without that mark keeps them as they are. */
  readonly withdraws: boolean;
  /** Condition on `x`: no pack brought the row, so none takes it away; null when packs bring all rows. */
  readonly foreign: string | null;
  /** One row an entry: its pack id, the columns, and pack ids in the reference columns. */
  rows(pack: PackContent): readonly PackRow[];
}

export interface PackRow extends Readonly<Record<string, unknown>> {
  readonly entry: string;
}

const item = { updates: {}, versioned: false, inUse: null, withdraws: true, foreign: null } as const;
const clauseReference = { clause_id: 'clause' } as const;

/** Condition on `x`: a task was made from the entry. */
function source(kind: string): string {
  return `EXISTS (SELECT FROM task t WHERE t.campaign_id = x.campaign_id AND t.source_id = x.id AND t.source_kind = '${kind}')`;
}

/** Condition on `x`: a row of `table` points to it. */
function pointedTo(table: string, column: string): string {
  return `EXISTS (SELECT FROM ${table} p WHERE p.campaign_id = x.campaign_id AND p.${column} = x.id)`;
}

function keptWhenRenamed(column: string): ColumnUpdate {
  return `CASE WHEN x.renamed THEN x.${column} ELSE EXCLUDED.${column} END`;
}

const plan = ['unit', 'duty', 'phase', 'project', 'project_year', 'target'];

/** In order of references: a table only points to tables before it. */
export const packTables: readonly PackTable[] = [
  {
    ...item,
    table: 'source_document',
    columns: { title: 'text', issuer: 'text', issued_on: 'date', note: 'text' },
    references: {},
    inUse: pointedTo('clause', 'document_id'),
    withdraws: false,
    rows: (pack) =>
      pack.documents.map((each) => ({
        entry: each.id,
        title: each.title,
        issuer: each.issuer,
        issued_on: each.issuedOn,
        note: each.note,
      })),
  },
  {
    ...item,
    table: 'clause',
    columns: { number: 'text', title: 'text', group_title: 'text', position: 'integer' },
    references: { document_id: 'source_document' },
    inUse: [
      source('clause'),
      pointedTo('task', 'clause_id'),
      ...plan.map((table) => pointedTo(table, 'clause_id')),
    ].join(' OR '),
    rows: (pack) => {
      const groups = new Map(pack.groups.map((group) => [group.id, `${group.number} ${group.title}`]));
      return pack.clauses.map((each) => ({
        entry: each.id,
        number: each.number,
        title: each.title,
        group_title: each.group === null ? null : groups.get(each.group),
        position: each.order,
        document_id: each.document,
      }));
    },
  },
  {
    ...item,
    table: 'unit',
    columns: { name: 'text', short_name: 'text', kind: 'text', name_pending: 'boolean', position: 'integer' },
    references: clauseReference,
    updates: {
      name: keptWhenRenamed('name'),
      short_name: keptWhenRenamed('short_name'),
      name_pending: keptWhenRenamed('name_pending'),
    },
    versioned: true,
    inUse: [
      pointedTo('task', 'lead_unit_id'),
      pointedTo('task_support', 'unit_id'),
      pointedTo('evidence', 'unit_id'),
      pointedTo('membership', 'unit_id'),
      pointedTo('duty', 'unit_id'),
      pointedTo('project_unit', 'unit_id'),
      pointedTo('project_facts', 'township_id'),
      pointedTo('project_entry', 'unit_id'),
    ].join(' OR '),
    rows: (pack) =>
      pack.units.map((each) => ({
        entry: each.id,
        name: each.name,
        short_name: each.shortName,
        kind: each.kind,
        name_pending: each.namePending,
        position: each.order,
        clause_id: each.clause,
      })),
  },
  {
    ...item,
    table: 'duty',
    columns: { applies_to: 'text', text: 'text', position: 'integer' },
    references: { unit_id: 'unit', ...clauseReference },
    inUse: source('duty'),
    rows: (pack) =>
      pack.duties.map((each) => ({
        entry: each.id,
        applies_to: each.appliesTo,
        text: each.text,
        position: each.order,
        unit_id: each.unit,
        clause_id: each.clause,
      })),
  },
  {
    ...item,
    table: 'phase',
    columns: {
      name: 'text',
      starts_on: 'date',
      ends_on: 'date',
      undetermined: 'boolean',
      position: 'integer',
    },
    references: clauseReference,
    inUse: ['phase_date', 'gate_version', 'gate_decision']
      .map((table) => pointedTo(table, 'phase_id'))
      .join(' OR '),
    rows: (pack) =>
      pack.phases.map((each) => ({
        entry: each.id,
        name: each.name,
        starts_on: each.startsOn,
        ends_on: each.endsOn,
        undetermined: each.undetermined,
        position: each.order,
        clause_id: each.clause,
      })),
  },
  {
    ...item,
    table: 'project',
    columns: { school: 'text', kind: 'text', year: 'integer', stages: 'text[]', position: 'integer' },
    references: clauseReference,
    inUse: [source('project'), pointedTo('project_entry', 'project_id')].join(' OR '),
    foreign: 'x.added',
    rows: (pack) =>
      pack.projects.map((each) => ({
        entry: each.id,
        school: each.school,
        kind: each.kind,
        year: each.year,
        stages: each.stages,
        position: each.order,
        clause_id: each.clause,
      })),
  },
  {
    ...item,
    table: 'project_year',
    columns: {
      year: 'integer',
      schools: 'integer',
      places_primary: 'integer',
      places_junior: 'integer',
      investment: 'numeric',
      investment_scope: 'text',
      position: 'integer',
    },
    references: clauseReference,
    rows: (pack) =>
      pack.projectYears.map((each) => ({
        entry: each.id,
        year: each.year,
        schools: each.schools,
        places_primary: each.places.primary,
        places_junior: each.places.junior,
        investment: each.investment,
        investment_scope: each.investmentScope,
        position: each.order,
        clause_id: each.clause,
      })),
  },
  {
    ...item,
    table: 'target',
    columns: {
      kind: 'text',
      name: 'text',
      operator: 'text',
      value: 'text',
      unit: 'text',
      due_on: 'date',
      position: 'integer',
    },
    references: clauseReference,
    inUse: source('target'),
    rows: (pack) =>
      pack.targets.map((each) => ({
        entry: each.id,
        kind: each.kind,
        name: each.name,
        operator: each.operator,
        value: each.value,
        unit: each.unit,
        due_on: each.dueOn,
        position: each.order,
        clause_id: each.clause,
      })),
  },
];
