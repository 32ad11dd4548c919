import type { components } from './schema.js';

/** The shapes of simulations under their own names, as generated from the server's DTO classes. */
type Schemas = components['schemas'];

export type SimulationMonth = Schemas['SimulationMonth'];
export type SimulationOutcome = Schemas['SimulationOutcome'];
export type SimulationRequest = Schemas['SimulationRequest'];
export type SimulationRow = Schemas['SimulationRow'];
export type Simulations = Schemas['Simulations'];
export type SimulationState = Schemas['SimulationState'];
export type SimulationView = Schemas['SimulationView'];
