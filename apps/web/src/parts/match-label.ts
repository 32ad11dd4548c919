/** antd's filterOption: what was typed occurs in what the option says. */
export const matchesLabel = (typed: string, option?: { label?: unknown }): boolean =>
  typeof option?.label === 'string' && option.label.toLowerCase().includes(typed.trim().toLowerCase());
