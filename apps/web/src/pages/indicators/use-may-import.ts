import { useCampaign } from '../../shell/session.js';
import { useBoard } from './indicators.queries.js';

/** As the server decides: the office that assigns, and the unit that leads the resource indicators. */
export function useMayImport(): boolean {
  const { id, role, unit } = useCampaign();
  const board = useBoard(id, undefined);
  if (role === 'government_office') return true;
  const leads = (board.data?.rows ?? []).filter((row) => row.group === 'resources');
  return leads.some((row) => row.leadUnits.some((lead) => lead.id === unit?.id));
}
