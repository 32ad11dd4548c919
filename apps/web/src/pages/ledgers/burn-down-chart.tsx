import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { BurnDown } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ledgersText } from '../../text/ledgers.js';

register([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** How many remained at the end of each month, and how many were closed in it. */
export function BurnDownChart({ burnDown }: { burnDown: BurnDown }) {
  const place = useRef<HTMLDivElement>(null);
  const { months } = burnDown;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = init(element, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: ledgersText.burnDownLabel } },
      color: ['#9f1d20', '#1b4f8a'],
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, textStyle: { fontSize: 12 } },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: months.map(({ month }) => month) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        {
          type: 'line',
          step: 'end',
          name: ledgersText.remainingLine,
          data: months.map((one) => one.remaining),
        },
        { type: 'bar', name: ledgersText.closedBar, data: months.map((one) => one.closed), barMaxWidth: 26 },
      ],
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [months]);
  if (months.length === 0) return <Nothing text={ledgersText.noBurnDown} />;
  return <div ref={place} className="ledger-chart" />;
}
