import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { FactsChange, MoneySource, ProjectRole, ProjectStage } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { matchesLabel } from '../../parts/match-label.js';
import { useCampaign } from '../../shell/session.js';
import {
  moneyKindText,
  moneySourceText,
  projectRoleText,
  projectStageText,
  projectText,
} from '../../text/projects.js';

/** What the form holds: money by source instead of a list, everything else as the server takes it. */
export interface FactsForm extends Omit<FactsChange, 'planned' | 'version' | 'units'> {
  units: { unitId?: string; role: ProjectRole }[];
  planned: Partial<Record<MoneySource, string>>;
}

const decimalRule = [{ pattern: /^\d+(\.\d{1,4})?$/, message: projectText.decimal }];
const entries = <T extends string>(names: Record<T, string>) => Object.entries(names) as [T, string][];

/** The fields as the server takes them; an empty one is unknown. */
export function factsOf(form: FactsForm): Omit<FactsChange, 'version'> {
  const { units, planned, ...rest } = form;
  const known = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, value === '' || value === undefined ? null : value]),
  ) as Omit<FactsForm, 'units' | 'planned'>;
  return {
    ...known,
    units: (units ?? []).flatMap(({ unitId, role }) => (unitId === undefined ? [] : [{ unitId, role }])),
    planned: entries(moneySourceText).flatMap(([source]) => {
      const amount = planned[source]?.trim();
      return amount ? [{ kind: 'planned' as const, source, amount }] : [];
    }),
  };
}

function UnitFields() {
  const units = useUnits(useCampaign().id);
  const options = (units.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <Form.List name="units">
      {(fields, { add, remove }) => (
        <div className="stack project-units" role="group" aria-label={projectText.units}>
          <strong>{projectText.units}</strong>
          {fields.map(({ key, name }) => (
            <div key={key} className="project-unit-row">
              <Form.Item name={[name, 'unitId']} noStyle>
                <Select
                  aria-label={projectText.chooseUnit}
                  placeholder={projectText.chooseUnit}
                  showSearch={{ filterOption: matchesLabel }}
                  options={options}
                />
              </Form.Item>
              <Form.Item name={[name, 'role']} noStyle>
                <Select
                  aria-label={projectText.role}
                  options={entries(projectRoleText).map(([value, label]) => ({ value, label }))}
                />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                {projectText.remove}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ role: 'construction' })}>
            {projectText.addUnit}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

const countFields = [
  ['networkRooms', projectText.networkRooms],
  ['musicRooms', projectText.musicRooms],
  ['artRooms', projectText.artRooms],
] as const;
const decimalFields = [
  ['roomArea', projectText.roomArea],
  ['sportsArea', projectText.sportsArea],
  ['equipment', projectText.equipment],
] as const;

function Count({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} label={label}>
      <InputNumber min={0} max={100_000} precision={0} controls={false} inputMode="numeric" />
    </Form.Item>
  );
}

/** Everything that can be known of a project. @param stages places and classes are asked of these only */
export function FactsFields({ stages }: { stages: readonly ProjectStage[] }) {
  const units = useUnits(useCampaign().id);
  const townships = (units.data?.items ?? []).filter(({ kind }) => kind === 'township');
  return (
    <>
      <p className="muted">{projectText.unknownHint}</p>
      <UnitFields />
      <div className="project-fields">
        <Form.Item name="schoolCode" label={projectText.code}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="townshipId" label={projectText.township}>
          <Select
            allowClear
            showSearch={{ filterOption: matchesLabel }}
            options={townships.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        </Form.Item>
        {stages.flatMap((stage) => {
          const [places, classes] =
            stage === 'primary' ? ['placesPrimary', 'classesPrimary'] : ['placesJunior', 'classesJunior'];
          const of = (name: string) => projectText.ofStage(name, projectStageText[stage]);
          return [
            <Count key={places} name={places} label={of(projectText.places)} />,
            <Count key={classes} name={classes} label={of(projectText.classes)} />,
          ];
        })}
        {decimalFields.map(([name, label]) => (
          <Form.Item key={name} name={name} label={label} rules={decimalRule}>
            <Input inputMode="decimal" />
          </Form.Item>
        ))}
        {countFields.map(([name, label]) => (
          <Count key={name} name={name} label={label} />
        ))}
        {entries(moneySourceText).map(([source, label]) => (
          <Form.Item
            key={source}
            name={['planned', source]}
            label={projectText.moneyField(label, moneyKindText.planned)}
            rules={decimalRule}
          >
            <Input inputMode="decimal" />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
