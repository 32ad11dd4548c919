/**
 * SQL of the database's own clock, in the statement's middle. Business rules go by the caller's time; this is only there to
 * find out that a machine's clock has gone wrong (T03).
 */
export const databaseClockSql = 'clock_timestamp()';
