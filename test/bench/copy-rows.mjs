import pg from 'pg';

/** COPY … FROM STDIN of rows in PostgreSQL's text form, in one piece. */
export function copyRows(client, table, content) {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(`COPY ${table} FROM STDIN`, undefined, (error) =>
      error ? reject(error) : resolve(),
    );
    query.handleCopyInResponse = (connection) => {
      connection.sendCopyFromChunk(content);
      connection.endCopyFrom();
    };
    client.query(query);
  });
}
