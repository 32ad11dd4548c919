import { Module } from '@nestjs/common';
import { SimulationRunner } from './simulation-runner.js';
import { SimulationsController } from './simulations.controller.js';

export { registerSimulationCommands } from './simulation.commands.js';
export { runSimulation, type SimulationInput, type SimulationResult } from './run-simulation.js';

/** A campaign run day by day in a database of its own, to see what a plan and its rules would bring. */
@Module({ controllers: [SimulationsController], providers: [SimulationRunner] })
export class SimulationModule {}
