import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from '#kernel';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../config/server-config.js';
import { SessionCookie } from '../http/session-cookie.js';
import { BusinessTime } from './business-time.js';
import { FaultPoints } from './fault-points.js';
import { UnitOfWork } from './unit-of-work.js';

/** Injection tokens of the two things that are no classes. */
export const CONFIG = Symbol('ServerConfig');
export const CLOCK = Symbol('Clock');

/** What the edge has prepared before the application exists. */
export interface Runtime {
  readonly config: ServerConfig;
  readonly clock: Clock;
  /** Connected and migrated. */
  readonly dataSource: DataSource;
}

/** Config, clocks, the data source and the unit of work, for every feature. */
@Global()
@Module({})
export class CoreModule {
  static forRuntime(runtime: Runtime): DynamicModule {
    const { config, clock, dataSource } = runtime;
    const time = new BusinessTime(clock, config.today);
    const faults = new FaultPoints(config.test?.fault);
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: BusinessTime, useValue: time },
      { provide: FaultPoints, useValue: faults },
      { provide: SessionCookie, useValue: new SessionCookie(config.insecureHttp) },
      {
        provide: UnitOfWork,
        inject: [DataSource],
        useFactory: (source: DataSource) => new UnitOfWork(source, time, faults),
      },
    ];
    return {
      module: CoreModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }
}
