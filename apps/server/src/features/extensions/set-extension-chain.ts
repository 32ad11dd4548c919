import type { Work } from '../../database/unit-of-work.js';
import type { ExtensionChain } from './extension-chain.js';

/** Who decides on extensions from now on; requests under way keep the chain they were made under. */
export async function setExtensionChain(work: Work, chain: ExtensionChain): Promise<void> {
  await work.manager.query(`UPDATE campaign SET extension_chain = $2 WHERE id = $1`, [
    work.campaignId,
    chain,
  ]);
}
