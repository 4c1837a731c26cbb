"""A small real SMTP server (RFC 5321's minimum) on a free port, in a thread of its own."""

import socketserver
import threading
from email import message_from_bytes, policy


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.say(220, "ready")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.say(354, "go on")
                self.server.letters.append(self.letter())
            if verb == b"RCPT" and self.server.refuses:
                self.say(self.server.refuses, "no")
                continue
            self.say(221 if verb == b"QUIT" else 250, "fine")

    def letter(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return message_from_bytes(b"".join(lines), policy=policy.default)

    def say(self, code, words):
        self.wfile.write(f"{code} {words}\r\n".encode())


class PostOffice(socketserver.ThreadingTCPServer):
    """Keeps what it is given in `letters`; answers `refuses` to every recipient where that is set."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Session)
        self.letters, self.refuses = [], 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}/?from=petitions@example.gov.cn"
