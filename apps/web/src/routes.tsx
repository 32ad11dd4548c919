import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { CrashPage, NotFoundPage } from './shell/crash-page.js';
import { Shell } from './shell/shell.js';
import { SignedIn } from './shell/signed-in.js';

/** Each page is its own download; the first load carries the shell only. */
const page = (load: () => Promise<ComponentType>) => ({
  lazy: async () => ({ Component: await load() }),
  HydrateFallback: () => null,
});

export const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', ...page(async () => (await import('./pages/sign-in/sign-in-page.js')).SignInPage) },
      { path: '/setup', ...page(async () => (await import('./pages/setup/setup-page.js')).SetupPage) },
      {
        Component: SignedIn,
        children: [
          {
            path: '/password',
            ...page(async () => (await import('./pages/password/password-page.js')).PasswordPage),
          },
          { path: '/wall', ...page(async () => (await import('./pages/wall/wall-page.js')).WallPage) },
          {
            Component: Shell,
            children: [
              { path: '/', ...page(async () => (await import('./pages/home/home-page.js')).HomePage) },
              {
                path: '/tasks',
                ...page(async () => (await import('./pages/tasks/tasks-page.js')).TasksPage),
              },
              {
                path: '/tasks/new',
                ...page(async () => (await import('./pages/new-task/new-task-page.js')).NewTaskPage),
              },
              {
                path: '/tasks/batch',
                ...page(async () => (await import('./pages/batch/batch-page.js')).BatchPage),
              },
              {
                path: '/tasks/:id',
                ...page(async () => (await import('./pages/task/task-page.js')).TaskPage),
              },
              {
                path: '/tasks/:id/reminders',
                ...page(
                  async () => (await import('./pages/reminders/task-reminders-page.js')).TaskRemindersPage,
                ),
              },
              {
                path: '/tasks/:id/edit',
                ...page(async () => (await import('./pages/new-task/edit-task-page.js')).EditTaskPage),
              },
              {
                path: '/units',
                ...page(async () => (await import('./pages/units/units-page.js')).UnitsPage),
              },
              { path: '/plan', ...page(async () => (await import('./pages/plan/plan-page.js')).PlanPage) },
              {
                path: '/projects',
                ...page(async () => (await import('./pages/projects/projects-page.js')).ProjectsPage),
              },
              {
                path: '/projects/:id',
                ...page(async () => (await import('./pages/projects/project-page.js')).ProjectPage),
              },
              {
                path: '/indicators',
                ...page(async () => (await import('./pages/indicators/board-page.js')).BoardPage),
              },
              {
                path: '/indicators/matrix',
                ...page(async () => (await import('./pages/indicators/matrix-page.js')).MatrixPage),
              },
              {
                path: '/indicators/schools/:code',
                ...page(async () => (await import('./pages/indicators/school-page.js')).SchoolPage),
              },
              {
                path: '/indicators/remedy',
                ...page(async () => (await import('./pages/indicators/remedy-page.js')).RemedyPage),
              },
              {
                path: '/indicators/responsibilities',
                ...page(
                  async () =>
                    (await import('./pages/indicators/responsibilities-page.js')).ResponsibilitiesPage,
                ),
              },
              {
                path: '/indicators/figures',
                ...page(async () => (await import('./pages/indicators/county/figures-page.js')).FiguresPage),
              },
              {
                path: '/indicators/judgements',
                ...page(
                  async () => (await import('./pages/indicators/county/judgements-page.js')).JudgementsPage,
                ),
              },
              {
                path: '/indicators/vetoes',
                ...page(async () => (await import('./pages/indicators/county/vetoes-page.js')).VetoesPage),
              },
              {
                path: '/indicators/special-cases',
                ...page(
                  async () =>
                    (await import('./pages/indicators/county/special-cases-page.js')).SpecialCasesPage,
                ),
              },
              {
                path: '/indicators/projection',
                ...page(
                  async () => (await import('./pages/indicators/projection/what-ifs-page.js')).WhatIfsPage,
                ),
              },
              {
                path: '/indicators/projection/compare',
                ...page(
                  async () => (await import('./pages/indicators/projection/compare-page.js')).ComparePage,
                ),
              },
              {
                path: '/indicators/projection/:id',
                ...page(
                  async () => (await import('./pages/indicators/projection/what-if-page.js')).WhatIfPage,
                ),
              },
              {
                path: '/indicators/data',
                ...page(async () => (await import('./pages/indicators/data-page.js')).DataPage),
              },
              {
                path: '/ledgers',
                ...page(async () => (await import('./pages/ledgers/ledgers-page.js')).LedgersPage),
              },
              {
                path: '/ledgers/import-classes',
                ...page(
                  async () => (await import('./pages/ledgers/import-classes-page.js')).ImportClassesPage,
                ),
              },
              {
                path: '/ledgers/entries/:id',
                ...page(async () => (await import('./pages/ledgers/entry-page.js')).EntryPage),
              },
              {
                path: '/ledgers/:kind',
                ...page(async () => (await import('./pages/ledgers/entries-page.js')).EntriesPage),
              },
              {
                path: '/ledgers/:kind/import',
                ...page(async () => (await import('./pages/ledgers/import-page.js')).LedgerImportPage),
              },
              {
                path: '/reports/overdue',
                ...page(async () => (await import('./pages/overdue/overdue-page.js')).OverduePage),
              },
              {
                path: '/inbox',
                ...page(async () => (await import('./pages/inbox/inbox-page.js')).InboxPage),
              },
              {
                path: '/robots',
                ...page(async () => (await import('./pages/robots/robots-page.js')).RobotsPage),
              },
              {
                path: '/ladder',
                ...page(async () => (await import('./pages/ladder/ladder-page.js')).LadderPage),
              },
              {
                path: '/ladder/simulations',
                ...page(
                  async () => (await import('./pages/ladder/simulation/simulations-page.js')).SimulationsPage,
                ),
              },
              {
                path: '/outbox',
                ...page(async () => (await import('./pages/outbox/outbox-page.js')).OutboxPage),
              },
              {
                path: '/outbox/:id',
                ...page(async () => (await import('./pages/outbox/message-page.js')).MessagePage),
              },
              {
                path: '/reminders',
                ...page(async () => (await import('./pages/reminders/rules-page.js')).RulesPage),
              },
              {
                path: '/reminders/dry-run',
                ...page(async () => (await import('./pages/reminders/dry-run-page.js')).DryRunPage),
              },
              {
                path: '/reminders/people/:id',
                ...page(
                  async () =>
                    (await import('./pages/reminders/person-reminders-page.js')).PersonRemindersPage,
                ),
              },
              {
                path: '/accounts',
                ...page(async () => (await import('./pages/accounts/accounts-page.js')).AccountsPage),
              },
              {
                path: '/calendar',
                ...page(async () => (await import('./pages/calendar/calendar-page.js')).CalendarPage),
              },
              {
                path: '/recurring',
                ...page(async () => (await import('./pages/recurring/recurring-page.js')).RecurringPage),
              },
              {
                path: '/timeline',
                ...page(async () => (await import('./pages/timeline/timeline-page.js')).TimelinePage),
              },
              {
                path: '/timeline/baselines',
                ...page(async () => (await import('./pages/timeline/baselines-page.js')).BaselinesPage),
              },
              {
                path: '/timeline/baselines/:id/compare',
                ...page(async () => (await import('./pages/timeline/compare-page.js')).ComparePage),
              },
              {
                path: '/timeline/versions',
                ...page(async () => (await import('./pages/timeline/versions-page.js')).VersionsPage),
              },
              {
                path: '/settings',
                ...page(async () => (await import('./pages/settings/settings-page.js')).SettingsPage),
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]);
