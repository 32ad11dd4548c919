import { Select } from 'antd';
import { useAddress } from '../use-address.js';

interface Props {
  name: string;
  label: string;
  any?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** Shown when the address says nothing. */
  usual?: string;
}

/** A filter that lives in the address; a new choice begins on the first page. */
export function AddressSelect({ name, label, any, options, usual }: Props) {
  const { get, set } = useAddress();
  return (
    <Select
      className="what-if-filter"
      allowClear={any !== undefined}
      aria-label={label}
      placeholder={any}
      value={get(name) ?? usual}
      options={[...options]}
      onChange={(value: string | undefined) => set({ [name]: value, page: undefined })}
    />
  );
}
