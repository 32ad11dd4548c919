import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { ProjectSummaryView } from '../../api/types.js';
import { levelText, projectsText } from '../../text/projects.js';
import { projectsUrl } from './project-address.js';

register([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const colours = ['#8c8c8c', '#b8c7d9', '#d9a441', '#1e6b3a'];

function seriesOf(summary: ProjectSummaryView) {
  const { years } = summary;
  return [
    {
      name: projectsText.declared,
      level: undefined,
      data: years.map(({ declared }) => declared?.places.total ?? null),
    },
    ...(['planned', 'started', 'accepted'] as const).map((level) => ({
      name: levelText[level],
      level,
      data: years.map(({ sums }) => sums.levels[level].places.total),
    })),
  ];
}

/** Places by year as the plan declares them, as the projects have them, started and accepted; each bar opens its list. */
export function PlacesChart({ summary }: { summary: ProjectSummaryView }) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = init(element, undefined, { renderer: 'svg' });
    const series = seriesOf(summary);
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: projectsText.chartLabel } },
      color: colours,
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, textStyle: { fontSize: 12 } },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? String(value) : projectsText.unknown,
      },
      xAxis: { type: 'category', data: summary.years.map(({ year }) => projectsText.yearName(year)) },
      yAxis: { type: 'value', name: projectsText.chartUnit },
      series: series.map(({ name, data }) => ({
        type: 'bar',
        name,
        data,
        barMaxWidth: 26,
        cursor: 'pointer',
      })),
    });
    chart.on('click', ({ dataIndex, seriesIndex }) => {
      const year = summary.years[dataIndex]?.year;
      const level = series[seriesIndex ?? 0]?.level;
      if (year !== undefined) void navigate(projectsUrl({ year: String(year), level }));
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [summary, navigate]);
  return <div ref={place} className="places-chart" />;
}
