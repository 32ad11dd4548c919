import type { LedgerKind } from '#campaign-pack';
import { templateWorkbook } from '#official-documents';
import { templateColumn } from '../../indicators/indicators.module.js';
import { fillableColumns } from './ledger-columns.js';

/** An empty ledger of a kind, with 填表说明. */
export function ledgerTemplate(kind: LedgerKind): Promise<Buffer> {
  return templateWorkbook({
    name: `${kind.name}台账`,
    columns: fillableColumns(kind).map((column) => templateColumn(column)),
    remarks: [
      `建账：${kind.opens}。销号：${kind.closes}。`,
      '表头在前五行之内，列的先后可以调整；自己的台账也可以直接导入，不认识的列会列出并跳过。',
      '空白不改动已有内容；台账状态、现数值、销号日期等由系统记录，填了也不导入。',
      '更新已在账的条目：从列表导出，改好后导入，保留“台账编号”列。',
      '台账只登记事项和人数，不得填写任何人的姓名、证件号码、住址和电话；有这些内容的文件整个不读入。',
      `本台账常用的措施：${kind.measures.join('、')}。`,
    ],
  });
}
