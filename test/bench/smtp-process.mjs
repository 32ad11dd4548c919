/** A mail server in a process of its own that takes everything and tells its parent how much it has. */
import { SMTPServer } from 'smtp-server';

let received = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, answer) => {
    stream.resume();
    stream.on('end', () => {
      received += 1;
      answer();
    });
  },
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', () => process.send({ received }));
process.on('disconnect', () => process.exit(0));
