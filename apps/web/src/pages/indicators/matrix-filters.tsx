import { Input, Select } from 'antd';
import type { Conclusion } from '../../api/types.js';
import { matrixText, resourceShort, verdictText } from '../../text/indicators.js';
import { resources } from './resources.js';
import { useAddress } from './use-address.js';

const conclusions: readonly Conclusion[] = ['unmet', 'to_verify', 'met', 'not_applicable'];

export function MatrixFilters() {
  const { get, set } = useAddress();
  return (
    <div className="row" role="group" aria-label={matrixText.filter}>
      <Input
        className="matrix-search"
        allowClear
        aria-label={matrixText.search}
        placeholder={matrixText.search}
        value={get('q') ?? ''}
        onChange={(event) => set({ q: event.target.value })}
      />
      <Select
        className="matrix-select"
        allowClear
        aria-label={matrixText.missedFilter}
        placeholder={matrixText.anyMissed}
        value={get('missed')}
        options={resources.map((value) => ({
          value,
          label: matrixText.missed(`${value} ${resourceShort[value]}`),
        }))}
        onChange={(missed: string | undefined) => set({ missed })}
      />
      <Select
        className="matrix-verdict"
        allowClear
        aria-label={matrixText.verdictFilter}
        placeholder={matrixText.anyVerdict}
        value={get('verdict')}
        options={conclusions.map((value) => ({ value, label: verdictText[value] }))}
        onChange={(verdict: string | undefined) => set({ verdict })}
      />
    </div>
  );
}
