/** What a unit answers for in a construction project. */
export const projectRoles = ['planning', 'land', 'finance', 'construction', 'school'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** What a project has come to, in this order; roll-ups count by these and not by the names of milestones. */
export const projectLevels = ['started', 'completed', 'accepted', 'opened'] as const;
export type ProjectLevel = (typeof projectLevels)[number];

export const projectLevelNames: Readonly<Record<ProjectLevel, string>> = {
  started: '已开工',
  completed: '已竣工',
  accepted: '已验收',
  opened: '已投用',
};

/** A step of every project of a campaign. */
export interface Milestone {
  readonly id: string;
  readonly name: string;
  /** Whose business it is: a unit with this role is asked when it is late. */
  readonly role: ProjectRole;
  readonly reaches: ProjectLevel | null;
}

/** The steps of a campaign's construction projects, in order. */
export interface MilestoneChain {
  readonly milestones: readonly Milestone[];
  /** Working days a unit is given when a milestone is late. */
  readonly taskWorkingDays: number;
}
