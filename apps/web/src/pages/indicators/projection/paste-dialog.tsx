import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { EnrolmentRow, KnownSchool } from '../../../api/types.js';
import { appText } from '../../../text/app.js';
import { basisText } from '../../../text/projection.js';
import { parsePastedEnrolment } from './parse-pasted-enrolment.js';

interface Props {
  schools: readonly KnownSchool[];
  onAdd: (rows: EnrolmentRow[]) => void;
  onClose: () => void;
}

/** Takes a block of cells; what cannot be read is named line by line before anything is added. */
export function PasteDialog({ schools, onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  const { rows, faults } = parsePastedEnrolment(text, schools);
  return (
    <Modal
      open
      title={basisText.paste}
      okText={rows.length === 0 ? basisText.pasteNothing : basisText.pasteAdd(rows.length)}
      okButtonProps={{ disabled: rows.length === 0 || faults.length > 0 }}
      cancelText={appText.cancel}
      onOk={() => {
        onAdd(rows);
        onClose();
      }}
      onCancel={onClose}
    >
      <p className="muted">{basisText.pasteLead}</p>
      <Input.TextArea
        autoFocus
        rows={8}
        aria-label={basisText.pasteHere}
        placeholder={basisText.pasteHere}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {faults.length > 0 && (
        <div className="basis-reason" role="alert">
          {basisText.pasteFaults(faults.length)}
          <ul className="what-if-notes">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}
