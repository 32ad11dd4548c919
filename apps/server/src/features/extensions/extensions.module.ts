import { Module } from '@nestjs/common';
import { ExtensionsController } from './extensions.controller.js';
import { TaskExtensionsController } from './task-extensions.controller.js';

export { askExtension } from './ask-extension.js';
export { approveExtension, refuseExtension } from './decide-extension.js';

/** Later due dates as documents with two approvals, and pauses a unit asks for. */
@Module({ controllers: [ExtensionsController, TaskExtensionsController] })
export class ExtensionsModule {}
