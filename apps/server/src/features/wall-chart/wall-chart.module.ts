import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { LedgersModule } from '../ledgers/ledgers.module.js';
import { WallChartController } from './wall-chart.controller.js';

/** 挂图作战: one page that draws on all other features and owns no data. */
@Module({ imports: [IndicatorsModule, LedgersModule], controllers: [WallChartController] })
export class WallChartModule {}
