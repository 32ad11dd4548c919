import { Input } from 'antd';
import { useEffect, useState } from 'react';

/** The words a list is searched for: typed freely, asked for with Enter, and what the address says when that changes. */
export function FilterSearch({
  asked = '',
  label,
  onSearch,
}: {
  asked?: string | undefined;
  label: string;
  onSearch: (words: string) => void;
}) {
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    <Input.Search
      className="filter-search"
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => onSearch(value.trim())}
    />
  );
}
