import { type DynamicModule, Module } from '@nestjs/common';
import { CoreModule, type Runtime } from './database/core.module.js';

/** The list of features; nothing else. */
@Module({})
export class AppModule {
  static forRuntime(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.forRuntime(runtime)],
    };
  }
}
