/**
 * SQL: whether the rung a notice tells of is still what its task stands on: the clock runs, and its term is the
 * one the rung was raised in.
 * @param running placeholder of the running states
 */
export function noticeHoldsSql(running: string): string {
  return `CASE e.clock
    WHEN 'verification' THEN t.state = 'in_review' AND t.submission_no = n.due_version
    WHEN 'receipt' THEN t.state = 'assigned' AND t.due_version = n.due_version
    WHEN 'support_receipt' THEN t.state = ANY(${running}) AND t.due_version = n.due_version AND EXISTS (
      SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = e.unit_id
        AND s.state = 'assigned')
    ELSE t.state = ANY(${running}) AND t.due_version = n.due_version END`;
}
