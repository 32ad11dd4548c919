import { answerOf, client, postForm, queryString } from './client.js';
import type {
  DataSetKind,
  GapTasksDraft,
  ImportPreview,
  NewGapTasks,
  RemedyQuery,
  ResponsibilityChange,
  SchoolTable,
  Stage,
} from './types.js';

const api = (cid: string) => `/api/v1/campaigns/${cid}`;
const ofDataSet = (dataSetId: string | undefined) => (dataSetId === undefined ? {} : { dataSetId });

export const fetchDataSets = (cid: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/school-data-sets', { params: { path: { campaignId: cid } } }),
  );
export const fetchBoard = (cid: string, dataSetId: string | undefined) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/board', {
      params: { path: { campaignId: cid }, query: ofDataSet(dataSetId) },
    }),
  );
export const fetchMatrix = (cid: string, dataSetId: string | undefined, stage: Stage) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/matrix', {
      params: { path: { campaignId: cid }, query: { stage, ...ofDataSet(dataSetId) } },
    }),
  );
export const fetchSchool = (cid: string, dataSetId: string | undefined, code: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/schools/{code}', {
      params: { path: { campaignId: cid, code }, query: ofDataSet(dataSetId) },
    }),
  );
export const fetchRemedy = (cid: string, query: RemedyQuery) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/remedy', {
      params: { path: { campaignId: cid }, query },
    }),
  );
export const fetchResponsibilities = (cid: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/responsibilities', {
      params: { path: { campaignId: cid } },
    }),
  );
export const changeResponsibility = (cid: string, indicator: string, body: ResponsibilityChange) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/indicators/responsibilities/{indicator}', {
      params: { path: { campaignId: cid, indicator } },
      body,
    }),
  );
export const resetResponsibility = (cid: string, indicator: string, version: number) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/indicators/responsibilities/{indicator}/reset', {
      params: { path: { campaignId: cid, indicator } },
      body: { version },
    }),
  );
export const previewGapTasks = (cid: string, body: GapTasksDraft) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/indicators/gap-tasks/preview', {
      params: { path: { campaignId: cid } },
      body,
    }),
  );
export const createGapTasks = (cid: string, body: NewGapTasks) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/indicators/gap-tasks', {
      params: { path: { campaignId: cid } },
      body,
    }),
  );
export const confirmImport = (cid: string, id: string, goodRowsOnly: boolean) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/school-imports/{id}/confirmation', {
      params: { path: { campaignId: cid, id } },
      body: { goodRowsOnly },
    }),
  );

/** The whole file is read and checked; nothing is stored as data until it is confirmed. */
export function previewImport(
  cid: string,
  request: { file: File; kind: DataSetKind; asOf: string },
  onProgress: (percent: number) => void,
): Promise<ImportPreview> {
  const form = new FormData();
  form.set('kind', request.kind);
  form.set('asOf', request.asOf);
  form.set('file', request.file, request.file.name);
  return postForm<ImportPreview>(`${api(cid)}/school-imports`, form, onProgress);
}

export const errorWorkbookUrl = (cid: string, id: string, table: SchoolTable) =>
  `${api(cid)}/school-imports/${id}/errors.xlsx${queryString({ table })}`;
export const templateUrl = (cid: string, table: SchoolTable) =>
  `${api(cid)}/indicators/template.xlsx${queryString({ table })}`;
export const matrixWorkbookUrl = (cid: string, dataSetId: string | undefined, stage: Stage) =>
  `${api(cid)}/indicators/matrix.xlsx${queryString({ stage, ...ofDataSet(dataSetId) })}`;
export const boardWorkbookUrl = (cid: string, dataSetId: string | undefined) =>
  `${api(cid)}/indicators/board.xlsx${queryString(ofDataSet(dataSetId))}`;
export const schoolWorkbookUrl = (cid: string, dataSetId: string | undefined, code: string) =>
  `${api(cid)}/indicators/schools/${encodeURIComponent(code)}/school.xlsx${queryString(ofDataSet(dataSetId))}`;
export const remedyWorkbookUrl = (cid: string, query: RemedyQuery) =>
  `${api(cid)}/indicators/remedy.xlsx${queryString({ ...query })}`;
