import { Module } from '@nestjs/common';
import { MilestoneChainController } from './milestone-chain.controller.js';
import { ProjectsController } from './projects.controller.js';

export { editFacts } from './edit-facts.js';
export { followUpLate } from './follow-up-late.js';
export { planMilestones } from './plan-milestones.js';
export { registerProjectCommands } from './project.commands.js';
export {
  type AddedPlaces,
  type LateMilestone,
  placesAdded,
  type ProjectOffer,
  type ProjectTimeline,
  type ProjectYears,
  readProjectOffers,
  readProjectTimelines,
  readProjectYears,
} from './project-facades.js';
export type { FactsChange } from './project-inputs.dto.js';
export { projectStateNames } from './project-words.js';
export { type ProjectTerm, readProjectTerms } from './project-terms.js';
export { reportProject } from './report-project.js';
export { runLateMilestones } from './run-late-milestones.js';

/** School construction: the plan's projects and the office's own, their milestones, money, reports and sums. */
@Module({ controllers: [ProjectsController, MilestoneChainController] })
export class ProjectsModule {}
