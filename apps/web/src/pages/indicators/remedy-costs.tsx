import { Button, Form, Input, Radio } from 'antd';
import type { RemedyCost, RemedyMode, ResourceIndicator } from '../../api/types.js';
import { resourceShort } from '../../text/indicators.js';
import { remedyText } from '../../text/remedy.js';
import { resources } from './resources.js';
import { useAddress } from './use-address.js';

export const costPattern = /^\d{1,9}(\.\d{1,2})?$/;
export const costField = (indicator: ResourceIndicator) => `cost${indicator}` as const;

type Costs = Partial<Record<ResourceIndicator, string>>;
const modes = Object.keys(remedyText.modes) as RemedyMode[];

/** What stands as it was is not written into the address: it stays an example cost. */
const entered = (costs: readonly RemedyCost[], typed: Costs) =>
  Object.fromEntries(
    costs.map(({ indicator, cost, example }) => {
      const value = typed[indicator]?.trim();
      return [costField(indicator), example && value === cost ? undefined : value];
    }),
  );

/** Unit costs to try out; they and the mode stand in the address. */
export function RemedyCosts({ costs, mode }: { costs: readonly RemedyCost[]; mode: RemedyMode }) {
  const { set } = useAddress();
  return (
    <Form<Costs>
      layout="vertical"
      className="remedy-costs"
      initialValues={Object.fromEntries(costs.map(({ indicator, cost }) => [indicator, cost]))}
      onFinish={(typed) => set(entered(costs, typed))}
    >
      <p className="muted remedy-wide">{remedyText.costsLead}</p>
      {costs.map(({ indicator, unit, example }) => (
        <Form.Item
          key={indicator}
          name={indicator}
          label={remedyText.costOf(resourceShort[indicator], unit)}
          rules={[{ pattern: costPattern, message: remedyText.costWrong }]}
        >
          <Input
            inputMode="decimal"
            suffix={example ? <span className="muted">{remedyText.example}</span> : null}
          />
        </Form.Item>
      ))}
      <div className="row remedy-wide">
        <Button type="primary" htmlType="submit">
          {remedyText.recompute}
        </Button>
        <Button
          onClick={() => set(Object.fromEntries(resources.map((each) => [costField(each), undefined])))}
        >
          {remedyText.resetCosts}
        </Button>
        <Radio.Group
          aria-label={remedyText.mode}
          value={mode}
          options={modes.map((value) => ({ value, label: remedyText.modes[value] }))}
          onChange={(event) => set({ mode: event.target.value === 'move' ? 'move' : undefined })}
        />
      </div>
    </Form>
  );
}
